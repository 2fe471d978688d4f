package slipstream.cloudlink.service.gateway;

import java.io.IOException;
import java.util.function.Predicate;
import slipstream.cloudlink.service.merchant.Merchant;

/// Finds what a merchant has entrusted to us at one platform. Safe for any number of threads.
///
/// @param <C> that platform's credentials
@FunctionalInterface
public interface Credentials<C> {
    /// @throws NoCredentials when there are none
    /// @throws IOException in one sentence, when they cannot be used
    C of(Merchant merchant) throws IOException;

    /// Whether there are some that can be used, and that are good for something.
    default boolean serve(Merchant merchant, Predicate<C> good) {
        try {
            return good.test(of(merchant));
        } catch (IOException e) {
            return false;
        }
    }
}
