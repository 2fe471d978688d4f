package slipstream.cloudlink.client;

/// A key or certificate file that cannot be used. The message names the file, what was found and what was
/// expected.
public final class CredentialsException extends Exception {
    private static final long serialVersionUID = 1;

    CredentialsException(String message) {
        super(message, null, false, false);
    }
}
