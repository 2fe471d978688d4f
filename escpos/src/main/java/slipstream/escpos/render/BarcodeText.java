package slipstream.escpos.render;

import java.nio.charset.StandardCharsets;
import slipstream.escpos.command.Bytes;

/// A barcode's data as the sender gave them, for the encoder and for the eye.
///
/// @param encoded what the encoder takes
/// @param readable what a person reads under the bars
/// @param codeSet the one code set (A, B, C) of CODE128 that the sender chose; null when it left the choice
record BarcodeText(String encoded, String readable, String codeSet) {
    private static final int UPC_A = 0;
    private static final int UPC_E = 1;
    private static final int EAN13 = 2;
    private static final int EAN8 = 3;
    private static final int CODE39 = 4;
    private static final int CODE128 = 8;
    private static final int GS1_128 = 9;
    /// The encoder's own sign for function character 1; 2 to 4 follow.
    private static final char FNC1 = '\u00f1';

    static BarcodeText of(int system, Bytes data) {
        String sent = new String(data.toArray(), StandardCharsets.ISO_8859_1);
        return switch (system) {
            case UPC_A -> digits(sent, 11);
            case UPC_E -> plain(upcE(sent));
            case EAN13 -> digits(sent, 12);
            case EAN8 -> digits(sent, 7);
            case CODE39 -> new BarcodeText(sent.replace("*", ""), sent, null);
            case CODE128 -> code128(data);
            case GS1_128 -> new BarcodeText(FNC1 + sent.replaceAll("[() *]", ""), sent, null);
            default -> plain(sent);
        };
    }

    private static BarcodeText plain(String text) {
        return new BarcodeText(text, text, null);
    }

    /// Digits to which the check digit is added where it is missing (GS1 General Specifications, 7.9.1).
    private static BarcodeText digits(String sent, int withoutCheck) {
        return plain(sent.length() == withoutCheck && sent.matches("[0-9]+") ? sent + check(sent) : sent);
    }

    private static int check(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return (10 - sum % 10) % 10;
    }

    /// UPC-E as seven digits: six after a 0, or UPC-A with its zeros left out (GS1 General Specifications,
    /// 5.2.2.4.2); what has no short form comes back as it is.
    private static String upcE(String sent) {
        if (!sent.matches("[0-9]+")) {
            return sent;
        }
        if (sent.length() == 6) {
            return "0" + sent;
        }
        if (sent.length() != 11 && sent.length() != 12) {
            return sent;
        }
        String maker = sent.substring(1, 6);
        String item = sent.substring(6, 11);
        String zeroSuppressed = maker.matches("..[012]00") && item.startsWith("00")
                ? maker.substring(0, 2) + item.substring(2) + maker.charAt(2)
                : maker.endsWith("00") && item.startsWith("000")
                        ? maker.substring(0, 3) + item.substring(3) + "3"
                        : maker.endsWith("0") && item.startsWith("0000")
                                ? maker.substring(0, 4) + item.charAt(4) + "4"
                                : item.matches("0000[5-9]") ? maker + item.charAt(4) : null;
        return zeroSuppressed == null ? sent : sent.charAt(0) + zeroSuppressed;
    }

    /// `{A`, `{B`, `{C` choose a code set, `{1` to `{4` are function characters, `{{` is a brace; in code set C
    /// a byte is two digits (TM command reference, "GS k", CODE128).
    private static BarcodeText code128(Bytes data) {
        var encoded = new StringBuilder();
        var readable = new StringBuilder();
        String only = null;
        boolean several = false;
        boolean pairs = false;
        for (int i = 0; i < data.length(); i++) {
            int b = data.at(i);
            if (b == '{' && i + 1 < data.length()) {
                int sign = data.at(++i);
                if (sign >= 'A' && sign <= 'C') {
                    several |= only != null;
                    only = String.valueOf((char) sign);
                    pairs = sign == 'C';
                } else if (sign >= '1' && sign <= '4') {
                    encoded.append((char) (FNC1 + sign - '1'));
                    several = true;
                } else if (sign == '{') {
                    encoded.append('{');
                    readable.append('{');
                }
            } else {
                String part = pairs && b < 100 ? "%02d".formatted(b) : String.valueOf((char) b);
                encoded.append(part);
                readable.append(b < 0x20 && !pairs ? " " : part);
            }
        }
        return new BarcodeText(encoded.toString(), readable.toString(), several ? null : only);
    }
}
