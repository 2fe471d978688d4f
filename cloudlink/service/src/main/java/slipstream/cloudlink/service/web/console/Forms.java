package slipstream.cloudlink.service.web.console;

import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.service.account.User;
import slipstream.cloudlink.service.merchant.Wording;

/// Fields that several forms have.
final class Forms {
    private Forms() {}

    /// Which shop.
    static Field merchant(Desk desk, User user) {
        return Field.one("merchant", true, merchants(desk, user));
    }

    /// Which shop, where the user has several.
    static List<Field> ownMerchant(Desk desk, User user) {
        return user.merchantId().isPresent() ? List.of() : List.of(merchant(desk, user));
    }

    /// A text that customers read, and the same in English.
    static Optional<Wording> wording(Values values, String name, String english) {
        return values.optional(name)
                .map(text -> new Wording(text, values.optional(english).orElse("")));
    }

    /// The shops to choose from.
    static List<Field.Choice> merchants(Desk desk, User user) {
        return desk.merchants(user).stream()
                .map(merchant -> new Field.Choice(merchant.id(), merchant.name().text() + " (" + merchant.id() + ")"))
                .toList();
    }
}
