package slipstream.escpos.symbol;

import slipstream.escpos.command.Bytes;

/// CODE128 as `GS k` takes it: `{A`, `{B`, `{C` choose a code set, `{S` shifts, `{1` to `{4` are function characters,
/// `{{` is a brace; in code set C a byte is two digits (TM command reference, "GS k", CODE128).
final class Code128 {
    private final StringBuilder encoded = new StringBuilder();
    private final StringBuilder payload = new StringBuilder();
    private String only;
    private boolean several;
    private boolean pairs;
    private boolean high;
    private boolean highLocked;

    private Code128() {}

    static BarcodeText text(Bytes data) {
        var text = new Code128();
        for (int i = 0; i < data.length(); i++) {
            int b = data.at(i);
            if (b == '{' && i + 1 < data.length()) {
                text.sign(data.at(++i));
            } else {
                text.character(b);
            }
        }
        String payload = text.payload.toString();
        return new BarcodeText(
                text.encoded.toString(),
                payload.replaceAll("\\p{Cntrl}", " "),
                payload,
                text.several ? null : text.only);
    }

    private void sign(int sign) {
        switch (sign) {
            case 'A', 'B', 'C' -> {
                several |= only != null;
                only = String.valueOf((char) sign);
                pairs = sign == 'C';
            }
            case '1', '2', '3', '4' -> function(sign - '0');
            case 'S' -> several = true;
            case '{' -> character('{');
            default -> {}
        }
    }

    /// Function 1 leads GS1 data in, and parts them where it stands between them; 4 lifts what follows by 128 (one
    /// character, or all when it stands twice); 2 and 3 are for the scanner itself.
    private void function(int n) {
        several = true;
        if (n == 1 && !payload.isEmpty()) {
            payload.append(BarcodeText.SEPARATOR);
        }
        if (n == 4) {
            highLocked ^= high;
            high = !high;
        }
        encoded.append((char) (BarcodeText.FNC1 + n - 1));
    }

    private void character(int b) {
        if (pairs && b < 100) {
            encoded.append("%02d".formatted(b));
            payload.append("%02d".formatted(b));
        } else {
            encoded.append((char) b);
            payload.append((char) (b < 128 && high != highLocked ? b + 128 : b));
            high = false;
        }
    }
}
