package slipstream.escpos.codec;

import slipstream.escpos.command.Setting;

/// The settings' part of [CommandEncoder].
final class SettingEncoder {
    private static final int ESC = 0x1B;
    private static final int FS = 0x1C;
    private static final int GS = 0x1D;

    private final CommandEncoder out;

    SettingEncoder(CommandEncoder out) {
        this.out = out;
    }

    void add(Setting setting) {
        switch (setting) {
            case Setting.Initialize ignored -> out.put(ESC, '@');
            case Setting.PrintModes modes -> one(ESC, '!', modes.n());
            case Setting.Font font -> one(ESC, 'M', font.n());
            case Setting.Emphasized emphasized -> one(ESC, 'E', emphasized.on());
            case Setting.DoubleStrike doubleStrike -> one(ESC, 'G', doubleStrike.on());
            case Setting.Underline underline -> one(ESC, '-', underline.n());
            case Setting.CharacterSize size -> one(GS, '!', size.n());
            case Setting.UpsideDown upsideDown -> one(ESC, '{', upsideDown.on());
            case Setting.Rotation rotation -> one(ESC, 'V', rotation.n());
            case Setting.Inverse inverse -> one(GS, 'B', inverse.on());
            case Setting.Smoothing smoothing -> one(GS, 'b', smoothing.on());
            case Setting.CharacterSpacing spacing -> one(ESC, ' ', spacing.units());
            case Setting.DefaultLineSpacing ignored -> out.put(ESC, '2');
            case Setting.LineSpacing spacing -> one(ESC, '3', spacing.units());
            case Setting.Justify justify -> one(ESC, 'a', justify.n());
            case Setting.LeftMargin margin -> out.put(GS, 'L').putU16(margin.units());
            case Setting.PrintAreaWidth width -> out.put(GS, 'W').putU16(width.units());
            case Setting.MotionUnits units -> two(GS, 'P', units.x(), units.y());
            case Setting.TabStops stops -> tabStops(stops);
            case Setting.CodeTable table -> one(ESC, 't', table.n());
            case Setting.InternationalSet set -> one(ESC, 'R', set.n());
            case Setting.UserCharacters user -> one(ESC, '%', user.on());
            case Setting.DefineCharacters define -> out.put(ESC, '&').put(define.definition());
            case Setting.KanjiMode kanji -> out.put(FS, kanji.on() ? '&' : '.');
            case Setting.KanjiCodeSystem system -> one(FS, 'C', system.n());
            case Setting.KanjiPrintModes modes -> one(FS, '!', modes.n());
            case Setting.KanjiUnderline underline -> one(FS, '-', underline.n());
            case Setting.KanjiQuadruple quadruple -> one(FS, 'W', quadruple.on());
            case Setting.KanjiSpacing spacing -> two(FS, 'S', spacing.leftUnits(), spacing.rightUnits());
            case Setting.TextEncoding encoding ->
                out.put(FS, '(', 'C', 2, 0, 48, CommandEncoder.u8(encoding.n(), "text encoding"));
            case Setting.BarcodeHeight height -> one(GS, 'h', height.dots());
            case Setting.BarcodeWidth width -> one(GS, 'w', width.dots());
            case Setting.HriPosition position -> one(GS, 'H', position.n());
            case Setting.HriFont font -> one(GS, 'f', font.n());
            case Setting.SymbolSetting symbol -> out.group('k', symbol.parameters(), symbol.cn(), symbol.fn());
            case Setting.StoreSymbol symbol -> out.group('k', symbol.data(), symbol.cn(), 80, 48);
            case Setting.StoreGraphics graphics -> graphics(graphics);
            case Setting.DefineImage image -> {
                CommandEncoder.whole("GS *", image.data(), 8L * image.x() * image.y());
                two(GS, '*', image.x(), image.y());
                out.put(image.data());
            }
            case Setting.DefineNvImages images -> out.put(FS, 'q').put(images.definition());
            case Setting.DefineGraphics graphics ->
                out.group('L', graphics.parameters(), 48, graphics.nonVolatile() ? 67 : 83);
            case Setting.PageMode ignored -> out.put(ESC, 'L');
            case Setting.StandardMode ignored -> out.put(ESC, 'S');
            case Setting.PageDirection direction -> one(ESC, 'T', direction.n());
            case Setting.PageArea area ->
                out.put(ESC, 'W')
                        .putU16(area.x())
                        .putU16(area.y())
                        .putU16(area.width())
                        .putU16(area.height());
            case Setting.Peripheral peripheral -> one(ESC, '=', peripheral.n());
            case Setting.RasterMode mode -> out.put(ESC, '*', 'r', mode.fn());
            case Setting.RasterCut cut ->
                out.put(ESC, '*', 'r', cut.end())
                        .put(CommandEncoder.number(cut.n()))
                        .put(0);
            case Setting.MacroDefinition ignored -> out.put(GS, ':');
            case Setting.UserSetting user -> {
                if (user.on()) {
                    out.put(GS, '(', 'E', 3, 0, 1, 'I', 'N');
                } else {
                    out.put(GS, '(', 'E', 4, 0, 2, 'O', 'U', 'T');
                }
            }
            case Setting.Kept kept -> out.put(kept.bytes());
        }
    }

    private void tabStops(Setting.TabStops stops) {
        out.put(ESC, 'D');
        stops.columns().forEach(out::put);
        out.put(0);
    }

    /// `GS ( L … 30 70 30 bx by c xL xH yL yH d…`, in the first colour.
    private void graphics(Setting.StoreGraphics graphics) {
        int width = graphics.width();
        int height = graphics.height();
        out.group(
                'L',
                graphics.data(),
                48,
                graphics.column() ? 113 : 112,
                48,
                graphics.scaleX(),
                graphics.scaleY(),
                49,
                width & 0xFF,
                width >> 8,
                height & 0xFF,
                height >> 8);
    }

    private void one(int prefix, int command, boolean on) {
        one(prefix, command, on ? 1 : 0);
    }

    private void one(int prefix, int command, int n) {
        out.put(prefix, command, CommandEncoder.u8(n, "parameter"));
    }

    private void two(int prefix, int command, int first, int second) {
        out.put(prefix, command, CommandEncoder.u8(first, "parameter"), CommandEncoder.u8(second, "parameter"));
    }
}
