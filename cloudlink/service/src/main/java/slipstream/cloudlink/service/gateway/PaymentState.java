package slipstream.cloudlink.service.gateway;

/// What has become of a payment.
public enum PaymentState {
    /// Paid, and not given back.
    SUCCESSFUL,
    /// Not paid yet; it may be a moment later.
    PENDING,
    /// Paid, and wholly or partly given back.
    REFUNDED,
    /// Closed, revoked or failed: it never will be paid.
    FAILED;

    /// Whether asking again could change a decision.
    public boolean isFinal() {
        return this != PENDING;
    }
}
