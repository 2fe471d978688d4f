package slipstream.escpos.command;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/// The values of commands that only some vendors' printers have, by their names in the tables.
final class CloneCommands {
    static final Map<String, BiFunction<Bytes, Bytes, Command>> BY_MNEMONIC = new HashMap<>();

    private static final int MICRO_PANEL_BYTES = 48;

    static {
        BY_MNEMONIC.put("ESC k", (head, body) -> new Cut(Cut.Form.HERE, (head.at(2) & 1) == 0, 0));
        BY_MNEMONIC.put("ESC w", (head, body) -> new Cut(Cut.Form.HERE, true, 0, true));
        BY_MNEMONIC.put("ESC E [Bematech]", (head, body) -> new Setting.Emphasized(true));
        BY_MNEMONIC.put("ESC F [Bematech]", (head, body) -> new Setting.Emphasized(false));
        BY_MNEMONIC.put("GS T [Gprinter]", (head, body) -> new Mark.LineStart(1));
        BY_MNEMONIC.put("EM [cut]", (head, body) -> new Cut(Cut.Form.HERE, true, 0));
        BY_MNEMONIC.put("SUB [cut]", (head, body) -> new Cut(Cut.Form.HERE, false, 0));
        BY_MNEMONIC.put("DC4 [feed]", (head, body) -> new Mark.FeedLines(head.at(1)));
        BY_MNEMONIC.put("NAK [feed]", (head, body) -> new Mark.Feed(head.at(1)));
        BY_MNEMONIC.put("ETB [feed]", (head, body) -> new Mark.LineFeed());
        BY_MNEMONIC.put("GS e", (head, body) -> new Cut(Cut.Form.FEED, true, 0));
        BY_MNEMONIC.put("ESC f [Bematech]", (head, body) -> head.at(2) == 1 ? new Mark.FeedLines(head.at(3)) : null);
        BY_MNEMONIC.put("ESC }", (head, body) -> new Setting.UpsideDown((head.at(2) & 1) == 1));
        BY_MNEMONIC.put("GS D0", (head, body) -> new Setting.MotionUnits(head.at(2), head.at(3)));
        BY_MNEMONIC.put("ESC i [micro]", (head, body) -> new Setting.Inverse((head.at(2) & 1) == 1));
        BY_MNEMONIC.put("SYN [row]", (head, body) -> new Mark.Raster(1, 1, head.at(1), 1, body));
        BY_MNEMONIC.put("DC2 *", (head, body) -> new Mark.Raster(1, 1, head.at(3), head.at(2), body));
        BY_MNEMONIC.put("DC2 V", (head, body) -> new Mark.Raster(1, 1, MICRO_PANEL_BYTES, head.u16(2), body));
        BY_MNEMONIC.put("DC2 v", (head, body) -> new Mark.Raster(1, 1, MICRO_PANEL_BYTES, head.u16(2), turned(body)));
        BY_MNEMONIC.put("ESC K [micro]", (head, body) -> new Mark.ColumnImage(0, head.u16(2), body));
        BY_MNEMONIC.put("ESC Y [micro]", (head, body) -> new Mark.ColumnImage(1, head.u16(2), body));
        BY_MNEMONIC.put("ESC K [Bematech]", (head, body) -> new Mark.ColumnImage(0, head.u16(2), body));
    }

    private CloneCommands() {}

    /// Each byte with its highest bit first.
    private static Bytes turned(Bytes rows) {
        byte[] turned = rows.toArray();
        for (int i = 0; i < turned.length; i++) {
            turned[i] = (byte) (Integer.reverse(turned[i]) >>> 24);
        }
        return Bytes.copy(turned);
    }
}
