package slipstream.cloudlink.client;

/// A question that has no answer. Carries no stack trace: the [Failure] says all.
public final class IdentifyException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    IdentifyException(Failure failure) {
        super(failure.message(), null, false, false);
        this.failure = failure;
    }

    /// Why there is no answer.
    public Failure failure() {
        return failure;
    }
}
