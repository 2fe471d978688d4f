package slipstream.escpos.symbol;

import com.google.zxing.oned.UPCEReader;
import java.nio.charset.StandardCharsets;
import slipstream.escpos.command.Bytes;

/// A barcode's data as the sender gave them, for the encoder and for the eye.
///
/// @param encoded what the encoder takes
/// @param readable what a person reads under the bars
/// @param payload what a scanner reads
/// @param codeSet the one code set (A, B, C) of CODE128 that the sender chose; null when it left the choice
public record BarcodeText(String encoded, String readable, String payload, String codeSet) {
    /// The encoder's own sign for function character 1; 2 to 4 follow.
    private static final char FNC1 = '\u00f1';

    /// The text of a barcode of `GS k`.
    public static BarcodeText of(Symbology system, Bytes data) {
        String sent = new String(data.toArray(), StandardCharsets.ISO_8859_1);
        return switch (system) {
            case UPC_A -> digits(sent, 11);
            case UPC_E -> upcE(sent);
            case EAN13 -> digits(sent, 12);
            case EAN8 -> digits(sent, 7);
            case DATABAR_OMNIDIRECTIONAL, DATABAR_TRUNCATED, DATABAR_LIMITED -> digits(sent, 13);
            case CODE39 -> new BarcodeText(sent.replace("*", ""), sent, sent.replace("*", ""), null);
            case CODE128 -> code128(data);
            case GS1_128 -> gs1(sent.replaceAll("[() *]", ""), sent);
            default -> plain(sent);
        };
    }

    private static BarcodeText plain(String text) {
        return new BarcodeText(text, text, text, null);
    }

    /// Digits with their check digit, as it should be whatever was sent (GS1 General Specifications, 7.9.1).
    private static BarcodeText digits(String sent, int withoutCheck) {
        boolean whole = sent.length() == withoutCheck || sent.length() == withoutCheck + 1;
        if (!whole || !sent.matches("[0-9]+")) {
            return plain(sent);
        }
        String data = sent.substring(0, withoutCheck);
        String checked = data + check(data);
        return new BarcodeText(checked, sent.length() == withoutCheck ? checked : sent, checked, null);
    }

    private static int check(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return (10 - sum % 10) % 10;
    }

    private static BarcodeText gs1(String data, String sent) {
        return new BarcodeText(FNC1 + data, sent, data, null);
    }

    /// The check digit is that of the long form.
    private static BarcodeText upcE(String sent) {
        String encoded = shortened(sent);
        boolean whole = encoded.matches("[01][0-9]{6}");
        String payload = whole
                ? encoded + check(UPCEReader.convertUPCEtoUPCA(encoded + "0").substring(0, 11))
                : sent;
        return new BarcodeText(encoded, sent, payload, null);
    }

    /// UPC-E as seven digits: six after a 0, or UPC-A with its zeros left out (GS1 General Specifications,
    /// 5.2.2.4.2); what has no short form comes back as it is.
    private static String shortened(String sent) {
        if (!sent.matches("[0-9]+")) {
            return sent;
        }
        if (sent.length() <= 8) {
            return sent.length() == 6 ? "0" + sent : sent.substring(0, Math.min(7, sent.length()));
        }
        if (sent.length() != 11 && sent.length() != 12) {
            return sent;
        }
        String shorter = withoutZeros(sent.substring(1, 6), sent.substring(6, 11));
        return shorter == null ? sent : sent.charAt(0) + shorter;
    }

    private static String withoutZeros(String maker, String item) {
        if (maker.matches("..[012]00") && item.startsWith("00")) {
            return maker.substring(0, 2) + item.substring(2) + maker.charAt(2);
        }
        if (maker.endsWith("00") && item.startsWith("000")) {
            return maker.substring(0, 3) + item.substring(3) + "3";
        }
        if (maker.endsWith("0") && item.startsWith("0000")) {
            return maker.substring(0, 4) + item.charAt(4) + "4";
        }
        return item.matches("0000[5-9]") ? maker + item.charAt(4) : null;
    }

    /// `{A`, `{B`, `{C` choose a code set, `{S` shifts, `{1` to `{4` are function characters, `{{` is a
    /// brace; in code set C a byte is two digits (TM command reference, "GS k", CODE128).
    private static BarcodeText code128(Bytes data) {
        var encoded = new StringBuilder();
        var payload = new StringBuilder();
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
                } else if (sign == 'S') {
                    several = true;
                } else if (sign == '{') {
                    encoded.append('{');
                    payload.append('{');
                }
            } else {
                String part = pairs && b < 100 ? "%02d".formatted(b) : String.valueOf((char) b);
                encoded.append(part);
                payload.append(part);
            }
        }
        String readable = payload.toString().replaceAll("\\p{Cntrl}", " ");
        return new BarcodeText(encoded.toString(), readable, payload.toString(), several ? null : only);
    }
}
