package slipstream.escpos.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// From a row of the table and the bytes of one command to its value.
///
/// What has no value of its own becomes [Command.Other], or [Mark.Drawing] when it draws.
public final class Commands {
    private static final Map<String, BiFunction<Bytes, Bytes, Command>> BY_MNEMONIC = new HashMap<>();

    static {
        BY_MNEMONIC.put("LF", (head, body) -> new Mark.LineFeed());
        BY_MNEMONIC.put("CR", (head, body) -> new Mark.CarriageReturn());
        BY_MNEMONIC.put("FF", (head, body) -> new Mark.FormFeed());
        BY_MNEMONIC.put("HT", (head, body) -> new Mark.Tab());
        BY_MNEMONIC.put("ESC FF", (head, body) -> new Mark.PrintPage());
        BY_MNEMONIC.put("ESC J", (head, body) -> new Mark.Feed(head.at(2)));
        BY_MNEMONIC.put("ESC K", (head, body) -> new Mark.Feed(-head.at(2)));
        BY_MNEMONIC.put("ESC j", (head, body) -> new Mark.Feed(-head.at(2)));
        BY_MNEMONIC.put("ESC d", (head, body) -> new Mark.FeedLines(head.at(2)));
        BY_MNEMONIC.put("ESC e", (head, body) -> new Mark.FeedLines(-head.at(2)));
        BY_MNEMONIC.put("ESC $", (head, body) -> new Mark.MoveTo(head.u16(2)));
        BY_MNEMONIC.put("ESC \\", (head, body) -> new Mark.MoveBy((short) head.u16(2)));
        BY_MNEMONIC.put("GS $", (head, body) -> new Mark.PageMove(false, head.u16(2)));
        BY_MNEMONIC.put("GS \\", (head, body) -> new Mark.PageMove(true, (short) head.u16(2)));
        BY_MNEMONIC.put("GS T", (head, body) -> new Mark.LineStart(head.at(2) & 1));
        BY_MNEMONIC.put("ESC *", (head, body) -> new Mark.ColumnImage(head.at(2), head.u16(3), body));
        BY_MNEMONIC.put("GS v 0", Commands::raster);
        BY_MNEMONIC.put("GS Q 0", Commands::raster);
        BY_MNEMONIC.put("GS /", (head, body) -> new Mark.PrintImage(head.at(2) & 3));
        BY_MNEMONIC.put("FS p", (head, body) -> new Mark.PrintNvImage(head.at(2), head.at(3) & 3));
        BY_MNEMONIC.put("ESC i", (head, body) -> new Cut(Cut.Form.HERE, false, 0, true));
        BY_MNEMONIC.put("ESC m", (head, body) -> new Cut(Cut.Form.HERE, false, 0, true));
        BY_MNEMONIC.put("GS S", (head, body) -> new Cut(Cut.Form.FEED, true, 0));
        BY_MNEMONIC.put("GS FF", (head, body) -> new Cut(Cut.Form.FEED, true, 0));
        BY_MNEMONIC.put("FS ( L", (head, body) -> labelEnd(body));
        BY_MNEMONIC.put("GS V", Commands::cut);
        BY_MNEMONIC.put("GS ( V", Commands::countedCut);

        BY_MNEMONIC.put("ESC @", (head, body) -> new Setting.Initialize());
        BY_MNEMONIC.put("ESC !", (head, body) -> new Setting.PrintModes(head.at(2)));
        BY_MNEMONIC.put("ESC M", (head, body) -> new Setting.Font(head.at(2)));
        BY_MNEMONIC.put("ESC E", (head, body) -> new Setting.Emphasized(lowestBit(head)));
        BY_MNEMONIC.put("ESC G", (head, body) -> new Setting.DoubleStrike(lowestBit(head)));
        BY_MNEMONIC.put("ESC -", (head, body) -> new Setting.Underline(head.at(2)));
        BY_MNEMONIC.put("GS !", (head, body) -> new Setting.CharacterSize(head.at(2)));
        BY_MNEMONIC.put("ESC {", (head, body) -> new Setting.UpsideDown(lowestBit(head)));
        BY_MNEMONIC.put("ESC V", (head, body) -> new Setting.Rotation(head.at(2)));
        BY_MNEMONIC.put("GS B", (head, body) -> new Setting.Inverse(lowestBit(head)));
        BY_MNEMONIC.put("GS b", (head, body) -> new Setting.Smoothing(lowestBit(head)));
        BY_MNEMONIC.put("ESC SP", (head, body) -> new Setting.CharacterSpacing(head.at(2)));
        BY_MNEMONIC.put("ESC 2", (head, body) -> new Setting.DefaultLineSpacing());
        BY_MNEMONIC.put("ESC 3", (head, body) -> new Setting.LineSpacing(head.at(2)));
        BY_MNEMONIC.put("ESC a", (head, body) -> new Setting.Justify(head.at(2)));
        BY_MNEMONIC.put("GS L", (head, body) -> new Setting.LeftMargin(head.u16(2)));
        BY_MNEMONIC.put("GS W", (head, body) -> new Setting.PrintAreaWidth(head.u16(2)));
        BY_MNEMONIC.put("GS P", (head, body) -> new Setting.MotionUnits(head.at(2), head.at(3)));
        BY_MNEMONIC.put("ESC D", (head, body) -> new Setting.TabStops(columns(body)));
        BY_MNEMONIC.put("ESC t", (head, body) -> new Setting.CodeTable(head.at(2)));
        BY_MNEMONIC.put("ESC R", (head, body) -> new Setting.InternationalSet(head.at(2)));
        BY_MNEMONIC.put("ESC %", (head, body) -> new Setting.UserCharacters(lowestBit(head)));
        BY_MNEMONIC.put("ESC &", (head, body) -> new Setting.DefineCharacters(join(head.from(2), body)));
        BY_MNEMONIC.put("FS 2", (head, body) -> new Setting.Kept(kanji(body), join(head, body)));
        BY_MNEMONIC.put("FS ?", (head, body) -> new Setting.Kept(kanji(head.from(2)), head));
        BY_MNEMONIC.put("FS &", (head, body) -> new Setting.KanjiMode(true));
        BY_MNEMONIC.put("FS .", (head, body) -> new Setting.KanjiMode(false));
        BY_MNEMONIC.put("ESC 9", (head, body) -> new Setting.TextEncoding(head.at(2) == 1 ? 2 : 1));
        BY_MNEMONIC.put("FS C", (head, body) -> new Setting.KanjiCodeSystem(head.at(2)));
        BY_MNEMONIC.put("FS !", (head, body) -> new Setting.KanjiPrintModes(head.at(2)));
        BY_MNEMONIC.put("FS -", (head, body) -> new Setting.KanjiUnderline(head.at(2)));
        BY_MNEMONIC.put("FS W", (head, body) -> new Setting.KanjiQuadruple(lowestBit(head)));
        BY_MNEMONIC.put("FS S", (head, body) -> new Setting.KanjiSpacing(head.at(2), head.at(3)));
        BY_MNEMONIC.put("FS (", Commands::kanjiGroup);
        BY_MNEMONIC.put("GS h", (head, body) -> new Setting.BarcodeHeight(head.at(2)));
        BY_MNEMONIC.put("GS w", (head, body) -> new Setting.BarcodeWidth(head.at(2)));
        BY_MNEMONIC.put("GS H", (head, body) -> new Setting.HriPosition(head.at(2)));
        BY_MNEMONIC.put("GS f", (head, body) -> new Setting.HriFont(head.at(2)));
        BY_MNEMONIC.put("GS k", Commands::barcode);
        BY_MNEMONIC.put("GS ( k", Commands::symbol);
        BY_MNEMONIC.put("GS ( L", (head, body) -> graphics(body));
        BY_MNEMONIC.put("GS 8 L", (head, body) -> graphics(body));
        BY_MNEMONIC.put("GS *", (head, body) -> new Setting.DefineImage(head.at(2), head.at(3), body));
        BY_MNEMONIC.put("FS q", (head, body) -> new Setting.DefineNvImages(join(head.from(2), body)));
        BY_MNEMONIC.put("ESC L", (head, body) -> new Setting.PageMode());
        BY_MNEMONIC.put("ESC S", (head, body) -> new Setting.StandardMode());
        BY_MNEMONIC.put("ESC T", (head, body) -> new Setting.PageDirection(head.at(2)));
        BY_MNEMONIC.put(
                "ESC W", (head, body) -> new Setting.PageArea(head.u16(2), head.u16(4), head.u16(6), head.u16(8)));
        BY_MNEMONIC.put("ESC =", (head, body) -> new Setting.Peripheral(head.at(2)));
        BY_MNEMONIC.put("GS :", (head, body) -> new Setting.MacroDefinition());
        BY_MNEMONIC.put("GS ( E", (head, body) -> userSetting(body));
        for (String place : List.of("GS a", "GS j", "ESC r", "ESC U", "ESC c", "GS D", "GS E", "GS z 0", "GS Z")) {
            BY_MNEMONIC.put(place, (head, body) -> new Setting.Kept(place, join(head, body)));
        }
        BY_MNEMONIC.put(
                "GS (",
                (head, body) -> head.at(2) == 'B' || head.at(2) == 'D'
                        ? keptFunction("GS ( " + (char) head.at(2), head, body)
                        : null);
        for (String place : List.of("GS ( K", "GS ( N")) {
            BY_MNEMONIC.put(place, (head, body) -> keptFunction(place, head, body));
        }
    }

    static {
        BY_MNEMONIC.putAll(StarCommands.BY_MNEMONIC);
        BY_MNEMONIC.putAll(CloneCommands.BY_MNEMONIC);
    }

    private Commands() {}

    /// The command that `head` and `body` spell.
    public static Command of(CommandRow row, Bytes head, Bytes body) {
        if (row.kind() == CommandKind.REALTIME) {
            return new Command.RealTime(row, head);
        }
        if (row.kind() == CommandKind.NOTHING) {
            return new Command.Other(row, head);
        }
        BiFunction<Bytes, Bytes, Command> value = BY_MNEMONIC.get(row.mnemonic());
        Command command = value == null ? null : value.apply(head, body);
        if (command != null) {
            return command;
        }
        return row.kind() == CommandKind.INK ? new Mark.Drawing(row, head, body) : new Command.Other(row, head);
    }

    private static boolean lowestBit(Bytes head) {
        return (head.at(2) & 1) == 1;
    }

    private static List<Integer> columns(Bytes body) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < body.length() && body.at(i) != 0; i++) {
            columns.add(body.at(i));
        }
        return List.copyOf(columns);
    }

    private static Bytes join(Bytes first, Bytes second) {
        byte[] all = java.util.Arrays.copyOf(first.toArray(), first.length() + second.length());
        System.arraycopy(second.toArray(), 0, all, first.length(), second.length());
        return Bytes.copy(all);
    }

    private static Command raster(Bytes head, Bytes body) {
        int mode = head.at(3) & 3;
        return new Mark.Raster(1 + (mode & 1), 1 + (mode >> 1), head.u16(4), head.u16(6), body);
    }

    private static Command cut(Bytes head, Bytes body) {
        boolean full = (head.at(2) & 1) == 0;
        return switch (head.at(2)) {
            case 0x00, 0x30, 0x01, 0x31 -> new Cut(Cut.Form.HERE, full, 0);
            case 0x41, 0x42, 0x67, 0x68 -> new Cut(Cut.Form.FEED, head.at(2) == 0x41 || head.at(2) == 0x67, head.at(3));
            case 0x61, 0x62 -> new Cut(Cut.Form.RESERVED, head.at(2) == 0x61, head.at(3));
            case 0x6D -> new Cut(Cut.Form.FEED, false, 0);
            default -> null;
        };
    }

    /// Functions 65 and 66 feed a label to where it is peeled or cut off: its end, as a cut is.
    private static Command labelEnd(Bytes body) {
        boolean end = body.length() > 0 && (body.at(0) == 65 || body.at(0) == 66);
        return end ? new Cut(Cut.Form.FEED, false, 0) : null;
    }

    private static Command countedCut(Bytes head, Bytes body) {
        if (body.length() < 2) {
            return null;
        }
        boolean full = (body.at(1) & 1) == 0;
        int feed = body.length() > 2 ? body.at(2) : 0;
        return switch (body.at(0)) {
            case 48 -> new Cut(Cut.Form.HERE, full, 0);
            case 49 -> new Cut(Cut.Form.FEED, full, feed);
            case 51 -> new Cut(Cut.Form.RESERVED, full, feed);
            default -> null;
        };
    }

    private static Command kanjiGroup(Bytes head, Bytes body) {
        boolean encoding = head.at(2) == 'C' && body.length() >= 2 && body.at(0) == 48;
        if (encoding) {
            return new Setting.TextEncoding(body.at(1));
        }
        char group = (char) head.at(2);
        return "ACe".indexOf(group) >= 0 ? keptFunction("FS ( " + group, head, body) : null;
    }

    /// Function 1 says `IN`, function 2 says `OUT`.
    private static Command userSetting(Bytes body) {
        String words = new String(body.toArray(), StandardCharsets.ISO_8859_1);
        return switch (words) {
            case "\1IN" -> new Setting.UserSetting(true);
            case "\2OUT" -> new Setting.UserSetting(false);
            default -> null;
        };
    }

    /// The place of a user-defined two-byte character, whose code `code` begins with.
    private static String kanji(Bytes code) {
        return "FS 2 %02X%02X".formatted(code.at(0), code.at(1));
    }

    private static Command keptFunction(String place, Bytes head, Bytes body) {
        return body.length() == 0 ? null : new Setting.Kept(place + " " + body.at(0), join(head, body));
    }

    private static Command barcode(Bytes head, Bytes body) {
        int system = head.at(2);
        if (system <= 6) {
            boolean ended = body.length() > 0 && body.at(body.length() - 1) == 0;
            return new Mark.Barcode(system, ended ? Bytes.copy(body.toArray(), 0, body.length() - 1) : body, true);
        }
        return system >= 65 && system <= 79 ? new Mark.Barcode(system - 65, body) : null;
    }

    private static Command symbol(Bytes head, Bytes body) {
        if (body.length() < 2) {
            return null;
        }
        int cn = body.at(0);
        int fn = body.at(1);
        if (fn < 80) {
            return new Setting.SymbolSetting(cn, fn, body.from(2));
        }
        return switch (fn) {
            case 80 -> new Setting.StoreSymbol(cn, body.from(3));
            case 81 -> new Mark.PrintSymbol(cn);
            default -> null;
        };
    }

    private static Command graphics(Bytes body) {
        if (body.length() < 2) {
            return null;
        }
        int fn = body.at(1);
        return switch (fn) {
            case 2, 50 -> new Mark.PrintGraphics();
            case 112, 113 ->
                body.length() < 10
                        ? null
                        : new Setting.StoreGraphics(
                                fn == 113, body.at(3), body.at(4), body.u16(6), body.u16(8), body.from(10));
            case 67, 83 -> new Setting.DefineGraphics(fn == 67, body.from(2));
            case 69, 85 ->
                body.length() < 6
                        ? null
                        : new Mark.PrintKeyedGraphics(fn == 69, body.at(2), body.at(3), body.at(4), body.at(5));
            default -> null;
        };
    }
}
