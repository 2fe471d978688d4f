package slipstream.escpos.symbol;

import com.google.zxing.oned.UPCEReader;

/// UPC-E: UPC-A without its zeros.
final class UpcE {
    private UpcE() {}

    /// The check digit is that of the long form.
    static BarcodeText text(String sent) {
        String encoded = shortened(sent);
        boolean whole = encoded.matches("[01][0-9]{6}");
        String payload = whole
                ? encoded
                        + BarcodeText.check(
                                UPCEReader.convertUPCEtoUPCA(encoded + "0").substring(0, 11))
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
}
