package slipstream.escpos.profile;

/// A printer profile that is not there or says something wrong. The message is one sentence for a
/// technician: where, what was found, what was expected.
public final class ProfileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    ProfileException(String sentence) {
        super(sentence);
    }
}
