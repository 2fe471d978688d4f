package slipstream.escpos.symbol;

/// GS1-128 and GS1 DataBar Expanded: element strings, each an application identifier in parentheses and its data.
///
/// The printer adds the first function character, leaves parentheses and blanks out of the bars, and puts the check
/// digit
/// where a `*` stands for one; `{1` is a function character between data, and `{(`, `{)`, `{*`, `{{` are the
/// characters themselves; `{3` and choices of a code set add nothing to read (TM command reference, "GS k", GS1-128).
final class Gs1 {
    /// Digits before the check digit of a GTIN, and of an SSCC.
    private static final int GTIN = 13;

    private static final int SSCC = 17;

    private Gs1() {}

    static BarcodeText text(Symbology system, String sent) {
        var payload = new StringBuilder();
        var readable = new StringBuilder();
        int elementFrom = 2;
        for (int i = 0; i < sent.length(); i++) {
            char c = sent.charAt(i);
            boolean escaped = c == '{' && i + 1 < sent.length();
            char meant = escaped ? sent.charAt(++i) : c;
            if (escaped && meant == '1') {
                payload.append(BarcodeText.SEPARATOR);
                readable.append(' ');
            } else if (escaped && "3ABCS".indexOf(meant) >= 0) {
                readable.append(meant == '3' ? " " : "");
            } else if (!escaped && (meant == '(' || meant == ')' || meant == ' ')) {
                readable.append(meant);
                elementFrom = meant == ')' ? payload.length() : elementFrom;
            } else if (!escaped && meant == '*') {
                String digit = checkDigit(payload, elementFrom, system);
                payload.append(digit);
                readable.append(digit);
            } else {
                payload.append(meant);
                readable.append(meant < ' ' ? ' ' : meant);
            }
        }
        String encoded = BarcodeText.FNC1 + payload.toString().replace(BarcodeText.SEPARATOR, BarcodeText.FNC1);
        return new BarcodeText(encoded, readable.toString(), payload.toString(), null);
    }

    /// The check digit that a `*` stands for; nothing where none belongs. DataBar has none.
    private static String checkDigit(StringBuilder payload, int from, Symbology system) {
        String data = payload.substring(Math.min(from, payload.length()));
        boolean checked = system == Symbology.GS1_128 && (data.length() == GTIN || data.length() == SSCC);
        return checked && data.matches("[0-9]+") ? String.valueOf(BarcodeText.check(data)) : "";
    }
}
