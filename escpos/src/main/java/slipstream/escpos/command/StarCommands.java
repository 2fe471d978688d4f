package slipstream.escpos.command;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/// The values of Star's commands, line mode and raster mode, by their names in the tables.
final class StarCommands {
    private static final int PDF417 = 48;
    private static final int QR_CODE = 49;
    private static final int SEGMENT_HEAD = 3;
    private static final int MOST_ROWS = 0xFFFF;

    static final Map<String, BiFunction<Bytes, Bytes, Command>> BY_MNEMONIC = new HashMap<>();

    static {
        BY_MNEMONIC.put("Star ESC GS a", (head, body) -> new Setting.Justify(head.at(3)));
        BY_MNEMONIC.put("Star ESC GS A", (head, body) -> new Mark.MoveTo(head.u16(3)));
        BY_MNEMONIC.put("Star ESC GS R", (head, body) -> new Mark.MoveBy((short) head.u16(3)));
        BY_MNEMONIC.put("Star ESC GS S", (head, body) -> new Mark.Raster(1, 1, head.u16(4), head.u16(6), body.from(1)));
        BY_MNEMONIC.put("Star ESC GS y S", StarCommands::starSymbolSetting);
        BY_MNEMONIC.put("Star ESC GS y D", (head, body) -> new Setting.StoreSymbol(QR_CODE, body));
        BY_MNEMONIC.put("Star ESC GS y P", (head, body) -> new Mark.PrintSymbol(QR_CODE));
        BY_MNEMONIC.put("Star ESC GS t", (head, body) -> new Setting.CodeTable(head.at(3)));
        BY_MNEMONIC.put("Star ESC * r", (head, body) -> new Setting.RasterMode(head.at(3)));
        BY_MNEMONIC.put("ESC * r", StarCommands::rasterParameter);
        BY_MNEMONIC.put("Star b", (head, body) -> new Mark.Row(body, 1));
        BY_MNEMONIC.put("Star k", (head, body) -> new Mark.Row(body, 0));
        BY_MNEMONIC.put("Star ESC FF", (head, body) -> new Mark.RasterEnd(head.at(2)));
        BY_MNEMONIC.put("Star ESC SP", (head, body) -> new Setting.CharacterSpacing(head.at(2) & 15));
        BY_MNEMONIC.put("Star ESC $", (head, body) -> new Setting.KanjiCodeSystem(head.at(2) & 1));
        BY_MNEMONIC.put("Star ESC E", (head, body) -> new Setting.Emphasized(true));
        BY_MNEMONIC.put("Star ESC F", (head, body) -> new Setting.Emphasized(false));
        BY_MNEMONIC.put("Star ESC 4", (head, body) -> new Setting.Inverse(true));
        BY_MNEMONIC.put("Star ESC 5", (head, body) -> new Setting.Inverse(false));
        BY_MNEMONIC.put(
                "Star ESC i", (head, body) -> new Setting.CharacterSize((head.at(3) & 7) << 4 | head.at(2) & 7));
        BY_MNEMONIC.put("Star ESC a", (head, body) -> new Mark.FeedLines(head.at(2)));
        BY_MNEMONIC.put("Star ESC J", (head, body) -> new Mark.Feed(2 * head.at(2)));
        BY_MNEMONIC.put("Star ESC I", (head, body) -> new Mark.Feed(head.at(2)));
        BY_MNEMONIC.put("Star ESC X", (head, body) -> new Mark.ColumnImage(33, head.u16(2), body));
        BY_MNEMONIC.put(
                "Star ESC d",
                (head, body) ->
                        new Cut((head.at(2) & 2) == 0 ? Cut.Form.HERE : Cut.Form.FEED, (head.at(2) & 1) == 0, 0));
        BY_MNEMONIC.put("Star ESC GS y D 2", (head, body) -> new Setting.StoreSymbol(QR_CODE, segments(body)));
        BY_MNEMONIC.put("Star ESC GS x S 0", StarCommands::pdf417Size);
        BY_MNEMONIC.put("Star ESC GS x S", StarCommands::pdf417Setting);
        BY_MNEMONIC.put("Star ESC GS x D", (head, body) -> new Setting.StoreSymbol(PDF417, body));
        BY_MNEMONIC.put("Star ESC GS x P", (head, body) -> new Mark.PrintSymbol(PDF417));
        BY_MNEMONIC.put("Star SI", (head, body) -> new Setting.UpsideDown(true));
        BY_MNEMONIC.put("Star DC2", (head, body) -> new Setting.UpsideDown(false));
        BY_MNEMONIC.put("ESC K [Star]", (head, body) -> new Mark.ColumnImage(0, head.u16(2), body));
        BY_MNEMONIC.put("ESC L [Star]", (head, body) -> new Mark.ColumnImage(1, head.u16(2), body));
    }

    private StarCommands() {}

    /// `ESC * r`: `Y` goes on by n rows; `E`, `F` and `e` set what an end does, for [Mark.RasterEnd].
    private static Command rasterParameter(Bytes head, Bytes body) {
        return switch (head.at(3)) {
            case 'Y' -> new Mark.Row(Bytes.EMPTY, Math.min(MOST_ROWS, digits(body)));
            case 'E', 'F', 'e' -> new Setting.RasterCut(head.at(3), digits(body));
            default -> null;
        };
    }

    /// The number that the digits before the closing `NUL` say; 0 where there is none.
    private static int digits(Bytes body) {
        long number = 0;
        for (int i = 0; i < body.length() && body.at(i) >= '0' && body.at(i) <= '9'; i++) {
            number = Math.min(Integer.MAX_VALUE, 10 * number + body.at(i) - '0');
        }
        return (int) number;
    }

    /// `ESC GS y S`: 0 model, 1 error correction 0 to 3, 2 dots a module; as the functions of `GS ( k`.
    private static Command starSymbolSetting(Bytes head, Bytes body) {
        byte n = (byte) head.at(5);
        return switch (head.at(4)) {
            case '0' -> new Setting.SymbolSetting(QR_CODE, 65, Bytes.copy(new byte[] {(byte) (n + '0'), 0}));
            case '1' -> new Setting.SymbolSetting(QR_CODE, 69, Bytes.copy(new byte[] {(byte) (n + '0')}));
            default -> new Setting.SymbolSetting(QR_CODE, 67, Bytes.copy(new byte[] {n}));
        };
    }

    /// `ESC GS y D 2 a [m nL nH d…]…`: the data of all segments.
    private static Bytes segments(Bytes body) {
        var data = new ByteArrayOutputStream();
        int at = 0;
        while (at + SEGMENT_HEAD <= body.length()) {
            int from = at + SEGMENT_HEAD;
            at = Math.min(body.length(), from + body.u16(at + 1));
            data.write(body.toArray(), from, at - from);
        }
        return Bytes.copy(data.toByteArray());
    }

    /// `ESC GS x S 0 n p1 p2`: with n 1, p2 is the number of columns; else p1 and p2 are a proportion of the sides.
    private static Command pdf417Size(Bytes head, Bytes body) {
        int columns = (head.at(5) & 1) == 1 ? head.at(7) : 0;
        return new Setting.SymbolSetting(PDF417, 65, Bytes.copy(new byte[] {(byte) columns}));
    }

    /// `ESC GS x S`: 1 error correction 0 to 8, 2 dots a module, 3 its height; as the functions of `GS ( k`.
    private static Command pdf417Setting(Bytes head, Bytes body) {
        byte n = (byte) head.at(5);
        return switch (head.at(4)) {
            case '1' -> new Setting.SymbolSetting(PDF417, 69, Bytes.copy(new byte[] {'0', (byte) (n + '0')}));
            case '2' -> new Setting.SymbolSetting(PDF417, 67, Bytes.copy(new byte[] {n}));
            default -> new Setting.SymbolSetting(PDF417, 68, Bytes.copy(new byte[] {n}));
        };
    }
}
