package slipstream.escpos.receipt;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import slipstream.escpos.command.Bytes;
import slipstream.escpos.command.Mark;
import slipstream.escpos.command.Setting;
import slipstream.escpos.state.PrinterState;

/// Symbols' names and payloads.
final class Symbols {
    private static final String[] BARCODES = {
        "UPC-A", "UPC-E", "EAN13", "EAN8", "CODE39", "ITF", "CODABAR", "CODE93", "CODE128"
    };
    private static final int CODE128 = 8;

    private Symbols() {}

    static String barcodeName(int system) {
        return system < BARCODES.length ? BARCODES[system] : "GS1";
    }

    static String symbolName(int cn) {
        return switch (cn) {
            case 48 -> "PDF417";
            case 49 -> "QR Code";
            case 50 -> "MaxiCode";
            case 51 -> "GS1 DataBar";
            case 52 -> "composite";
            case 53 -> "Aztec";
            case 54 -> "DataMatrix";
            default -> "symbol " + cn;
        };
    }

    static String payload(Mark.Barcode barcode) {
        return barcode.system() == CODE128 ? code128(barcode.data()) : text(barcode.data());
    }

    /// `{A`, `{B`, `{C` choose the code set, `{{` is a brace, `{1` to `{4` and `{S` are no characters; in set C
    /// a byte is two digits (TM command reference, "GS k", CODE128).
    private static String code128(Bytes data) {
        var text = new StringBuilder();
        boolean pairs = false;
        for (int i = 0; i < data.length(); i++) {
            int b = data.at(i);
            if (b == '{' && i + 1 < data.length()) {
                int selector = data.at(++i);
                pairs = selector == 'C' || pairs && selector != 'A' && selector != 'B';
                if (selector == '{') {
                    text.append('{');
                }
            } else if (pairs) {
                text.append("%02d".formatted(b));
            } else {
                text.append((char) b);
            }
        }
        return text.toString();
    }

    static Element stored(long offset, int cn, PrinterState state) {
        boolean known = state.memory().get("symbol " + cn) instanceof Setting.StoreSymbol;
        Bytes data = known ? ((Setting.StoreSymbol) state.memory().get("symbol " + cn)).data() : Bytes.EMPTY;
        return new Element.Symbol(offset, symbolName(cn), text(data));
    }

    /// `ESC Z m n k dL dH d…` and `GS k 97 v r nL nH d…` are two-dimensional symbols; the rest shows a picture.
    static Element ofClone(long offset, Mark.Drawing drawing) {
        return switch (drawing.row().mnemonic()) {
            case "ESC Z", "GS k" -> new Element.Symbol(offset, "QR Code", text(drawing.body()));
            default -> new Element.Picture(offset, 0, 0);
        };
    }

    private static String text(Bytes data) {
        byte[] bytes = data.toArray();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
