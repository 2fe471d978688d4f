package slipstream.cloudlink.client;

/// Text from outside, made fit for a log line.
final class Words {
    private static final int LONGEST = 200;

    private Words() {}

    /// `text` without control characters, at most 200 characters long; a dash for null.
    static String plain(String text) {
        if (text == null) {
            return "-";
        }
        var cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return cut.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    }
}
