package slipstream.cloudlink.service.account;

import java.util.Locale;

/// What a user may do.
public enum Role {
    /// Everything in one business circle.
    OPERATOR,
    /// One merchant's own shop.
    MERCHANT;

    /// As in tables and on the command line: lower case.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role of that word.
    public static Role of(String word) {
        for (var role : values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        throw new IllegalArgumentException("role '" + word + "': expected operator or merchant");
    }
}
