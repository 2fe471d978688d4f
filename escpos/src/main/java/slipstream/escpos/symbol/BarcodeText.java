package slipstream.escpos.symbol;

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
    static final char FNC1 = '\u00f1';

    /// What a scanner makes of function character 1 between data (GS1 General Specifications, 7.8.3).
    static final char SEPARATOR = '\u001d';

    /// The text of a barcode of `GS k`.
    ///
    /// Check digits of EAN, UPC and DataBar are added where the sender left them out, as printers do. Of an odd
    /// number of digits ITF leaves out the last. CODE39's pairs for lower case (`+A`) are given as they stand, which is
    /// what a scanner reads unless it is set to full ASCII; CODABAR keeps its start and stop characters.
    public static BarcodeText of(Symbology system, Bytes data) {
        String sent = new String(data.toArray(), StandardCharsets.ISO_8859_1);
        return switch (system) {
            case UPC_A -> digits(sent, 11);
            case UPC_E -> UpcE.text(sent);
            case EAN13 -> digits(sent, 12);
            case EAN8 -> digits(sent, 7);
            case DATABAR_OMNIDIRECTIONAL, DATABAR_TRUNCATED, DATABAR_LIMITED -> digits(sent, 13);
            case CODE39 -> new BarcodeText(sent.replace("*", ""), sent, sent.replace("*", ""), null);
            case ITF -> plain(sent.length() % 2 == 0 ? sent : sent.substring(0, sent.length() - 1));
            case CODE128 -> Code128.text(data);
            case GS1_128, DATABAR_EXPANDED -> Gs1.text(system, sent);
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

    /// The check digit of `digits`, which end where it follows.
    static int check(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return (10 - sum % 10) % 10;
    }
}
