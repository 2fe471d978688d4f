package slipstream.escpos.symbol;

import java.io.ByteArrayOutputStream;
import slipstream.escpos.command.Bytes;

/// A barcode's data as Star's `ESC b` has them, made those of `GS k`.
///
/// In CODE128 `%0` is a percent sign, `%1` to `%4` are function characters, `%5` is DEL, `%6` to `%8` choose code sets
/// A
/// to C, and `%` before `@` to `_` makes a control code; code set C takes its digits as characters. An odd number of
/// digits
/// of ITF gets a 0 before it (Star line mode command specifications, "ESC b" and 5.1.4).
final class StarBarcode {
    private static final int DELETE = 0x7F;

    private StarBarcode() {}

    static Bytes data(Symbology system, Bytes sent) {
        var data = new ByteArrayOutputStream();
        if (system == Symbology.ITF && sent.length() % 2 == 1) {
            data.write('0');
        }
        for (int i = 0; i < sent.length(); i++) {
            int b = sent.at(i);
            if (system != Symbology.CODE128) {
                data.write(b);
            } else if (b == '%' && i + 1 < sent.length()) {
                escaped(data, sent.at(++i));
            } else {
                literally(data, b);
            }
        }
        return Bytes.copy(data.toByteArray());
    }

    private static void escaped(ByteArrayOutputStream data, int sign) {
        switch (sign) {
            case '0' -> data.write('%');
            case '1', '2', '3', '4' -> sign(data, sign);
            case '5' -> data.write(DELETE);
            case '6', '7' -> sign(data, 'A' + sign - '6');
            case '8' -> {}
            default -> literally(data, sign >= '@' && sign <= '_' ? sign - '@' : sign);
        }
    }

    private static void sign(ByteArrayOutputStream data, int sign) {
        data.write('{');
        data.write(sign);
    }

    private static void literally(ByteArrayOutputStream data, int b) {
        if (b == '{') {
            data.write('{');
        }
        data.write(b);
    }
}
