package slipstream.cloudlink.service.gateway;

/// Numbers as they may appear in a log: all but the last four characters masked.
public final class Masked {
    private Masked() {}

    /// `…7890` for `4200001234202611221234567890`.
    public static String of(String number) {
        return number.length() < 12 ? "…" : "…" + number.substring(number.length() - 4);
    }
}
