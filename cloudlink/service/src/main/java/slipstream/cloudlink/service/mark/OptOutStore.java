package slipstream.cloudlink.service.mark;

import java.time.Instant;

/// Which payers want neither marks nor links.
public interface OptOutStore {
    boolean contains(PayerKey payer);

    /// From now on; again changes nothing.
    void add(PayerKey payer, Instant at);

    /// The payer thinks better of it.
    void remove(PayerKey payer);
}
