package slipstream.cloudlink.service.merchant;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A merchant (payee): the owner of a shop and its tills.
///
/// @param id short name used by administrators and in addresses: lower-case letters, digits, `-`, at most 32
/// @param name what customers read
/// @param language the language of the lines printed on receipts
/// @param circle the business circle in which this merchant's marks count
/// @param exclusionGroup the group of mutually exclusive merchants (typically one trade), if any
/// @param address where the shop is, as customers read it, if it is known
/// @param copies whether payers may ask for a copy of their receipt: then its text leaves the box, otherwise never
public record Merchant(
        String id,
        Wording name,
        Locale language,
        String circle,
        Optional<String> exclusionGroup,
        Optional<Wording> address,
        boolean copies) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    public Merchant {
        checkId("merchant id", id);
        checkId("circle", circle);
        exclusionGroup.ifPresent(group -> checkId("exclusion group", group));
    }

    /// A merchant that wants no copies of receipts.
    public Merchant(
            String id,
            Wording name,
            Locale language,
            String circle,
            Optional<String> exclusionGroup,
            Optional<Wording> address) {
        this(id, name, language, circle, exclusionGroup, address, false);
    }

    /// A merchant whose address is not known.
    public Merchant(String id, Wording name, Locale language, String circle, Optional<String> exclusionGroup) {
        this(id, name, language, circle, exclusionGroup, Optional.empty());
    }

    /// The same merchant, with or without copies of receipts.
    public Merchant withCopies(boolean on) {
        return new Merchant(id, name, language, circle, exclusionGroup, address, on);
    }

    /// Refuses what is not a short name.
    ///
    /// @param what how it is called in the sentence
    public static void checkId(String what, String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    what + " '" + id + "': expected 1 to 32 lower-case letters, digits or '-', not beginning with '-'");
        }
    }
}
