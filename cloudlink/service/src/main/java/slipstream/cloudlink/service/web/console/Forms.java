package slipstream.cloudlink.service.web.console;

import java.util.List;
import slipstream.cloudlink.service.account.User;

/// Fields that several forms have.
final class Forms {
    private Forms() {}

    /// Which shop.
    static Field merchant(Desk desk, User user) {
        return Field.one("merchant", true, merchants(desk, user));
    }

    /// The shops to choose from.
    static List<Field.Choice> merchants(Desk desk, User user) {
        return desk.merchants(user).stream()
                .map(merchant -> new Field.Choice(merchant.id(), merchant.name().text() + " (" + merchant.id() + ")"))
                .toList();
    }
}
