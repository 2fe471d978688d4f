package slipstream.cloudlink.service.figures;

import slipstream.cloudlink.service.claim.ClaimToken;

/// Is told when the page of a link is opened.
@FunctionalInterface
public interface Looks {
    /// Never fails: a page is not held up by being counted.
    void looked(ClaimToken token);
}
