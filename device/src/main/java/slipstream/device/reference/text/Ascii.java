package slipstream.device.reference.text;

/// Characters of ASCII, as receipts use them for numbers.
public final class Ascii {
    private Ascii() {}

    /// Whether it is one of `0` to `9`.
    public static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
