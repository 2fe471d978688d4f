package slipstream.cloudlink.service.gateway;

/// Texts of strangers as they may appear in a log: on one line, and short.
public final class Shown {
    private static final int LONGEST = 64;

    private Shown() {}

    /// The text in quotes, with `?` for what does not print; `nothing` for null.
    public static String of(String text) {
        if (text == null) {
            return "nothing";
        }
        var shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return "'" + shown.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cf}]", "?") + "'";
    }
}
