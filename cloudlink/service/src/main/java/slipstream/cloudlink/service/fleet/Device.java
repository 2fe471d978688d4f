package slipstream.cloudlink.service.fleet;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// A box.
///
/// @param id random; its certificate names it as `urn:slipstream:device:<id>`
/// @param merchantId whose receipts it sees
/// @param name what people call it, e.g. the till
/// @param revokedAt since when it is no longer believed, if so
public record Device(String id, String merchantId, String name, Optional<Instant> revokedAt) {
    /// A name has at most so many characters.
    public static final int LONGEST_NAME = 60;

    private static final String PREFIX = "urn:slipstream:device:";
    private static final Pattern ID = Pattern.compile("[0-9a-z-]{1,40}");

    /// How a certificate names the box `id`.
    public static URI urn(String id) {
        return URI.create(PREFIX + id);
    }

    /// The id in a name that a certificate carries, if it is a box's name.
    public static Optional<String> idIn(String urn) {
        if (!urn.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return Optional.of(urn.substring(PREFIX.length()))
                .filter(id -> ID.matcher(id).matches());
    }
}
