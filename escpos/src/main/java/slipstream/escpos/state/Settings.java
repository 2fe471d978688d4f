package slipstream.escpos.state;

import java.util.List;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Setting;
import slipstream.escpos.state.CharacterStyle.Trait;
import slipstream.escpos.state.Layout.Justification;
import slipstream.escpos.state.Modes.Mode;

/// What each setting does to the state. Out-of-range values change nothing, as the manual says of each.
final class Settings {
    private Settings() {}

    static PrinterState after(PrinterState state, Setting setting) {
        CharacterStyle style = state.style();
        Layout layout = state.layout();
        TextCoding coding = state.coding();
        BarcodeStyle barcode = state.barcode();
        return switch (setting) {
            case Setting.Initialize ignored -> initialized(state);
            case Setting.PrintModes modes -> state.with(printModes(style, modes.n()));
            case Setting.Font font -> digit(font.n(), 4) < 0 ? state : state.with(style.withFont(digit(font.n(), 4)));
            case Setting.Emphasized emphasized -> state.with(style.with(Trait.EMPHASIZED, emphasized.on()));
            case Setting.DoubleStrike strike -> state.with(style.with(Trait.DOUBLE_STRIKE, strike.on()));
            case Setting.Underline line ->
                digit(line.n(), 2) < 0 ? state : state.with(style.withUnderline(digit(line.n(), 2)));
            case Setting.CharacterSize size -> characterSize(state, size.n());
            case Setting.UpsideDown down ->
                lineSettingTaken(state) ? state.with(style.with(Trait.UPSIDE_DOWN, down.on())) : state;
            case Setting.Rotation rotation ->
                digit(rotation.n(), 2) < 0 ? state : state.with(style.with(Trait.ROTATED, digit(rotation.n(), 2) > 0));
            case Setting.Inverse inverse -> state.with(style.with(Trait.INVERSE, inverse.on()));
            case Setting.Smoothing smoothing -> state.with(style.with(Trait.SMOOTHED, smoothing.on()));
            case Setting.CharacterSpacing spacing -> state.with(style.withSpacing(state.dotsAlong(spacing.units())));
            case Setting.DefaultLineSpacing ignored ->
                state.with(layout.withLineSpacing(PrinterState.defaultLineSpacing(state.profile())));
            case Setting.LineSpacing spacing -> state.with(layout.withLineSpacing(state.dotsAcross(spacing.units())));
            case Setting.Justify justify -> justify(state, digit(justify.n(), 2));
            case Setting.LeftMargin margin -> leftMargin(state, state.dotsX(margin.units()));
            case Setting.PrintAreaWidth width -> areaWidth(state, state.dotsX(width.units()));
            case Setting.MotionUnits units ->
                state.with(layout.withUnits(
                        units.x() == 0 ? state.profile().unitsPerInchX() : units.x(),
                        units.y() == 0 ? state.profile().unitsPerInchY() : units.y()));
            case Setting.TabStops tabs -> state.with(layout.withTabStops(tabStops(state, tabs.columns())));
            case Setting.CodeTable table -> state.with(coding.withCodeTable(table.n()));
            case Setting.InternationalSet set -> state.with(coding.withInternational(set.n()));
            case Setting.UserCharacters user -> state.with(coding.withUserCharacters(user.on()));
            case Setting.DefineCharacters define -> defineCharacters(state, define);
            case Setting.KanjiMode kanji -> state.with(coding.withKanji(kanji.on()));
            case Setting.KanjiCodeSystem system -> state.with(coding.withKanjiSystem(system.n()));
            case Setting.KanjiPrintModes modes -> kanjiPrintModes(state, modes.n());
            case Setting.KanjiUnderline line ->
                digit(line.n(), 2) < 0 ? state : state.with(state.kanjiStyle().withUnderline(digit(line.n(), 2)));
            case Setting.KanjiQuadruple quadruple ->
                state.with(quadruple.on() ? style.withSize(2, 2) : style.withSize(1, 1));
            case Setting.KanjiSpacing spacing ->
                state.with(state.kanjiStyle()
                        .withSpacing(state.dotsAlong(spacing.leftUnits()), state.dotsAlong(spacing.rightUnits())));
            case Setting.TextEncoding encoding ->
                digit(encoding.n(), 2) < 1 ? state : state.with(coding.withUtf8(digit(encoding.n(), 2) == 2));
            case Setting.BarcodeHeight height ->
                height.dots() == 0 ? state : state.with(barcode.withBars(height.dots(), barcode.moduleDots()));
            case Setting.BarcodeWidth width ->
                width.dots() < 1 || width.dots() > 8
                        ? state
                        : state.with(barcode.withBars(barcode.heightDots(), width.dots()));
            case Setting.HriPosition position ->
                digit(position.n(), 3) < 0
                        ? state
                        : state.with(barcode.withHri(digit(position.n(), 3), barcode.hriFont()));
            case Setting.HriFont font ->
                digit(font.n(), 4) < 0 ? state : state.with(barcode.withHri(barcode.hri(), digit(font.n(), 4)));
            case Setting.SymbolSetting symbol -> remember(state, "symbol " + symbol.cn() + " " + symbol.fn(), symbol);
            case Setting.StoreSymbol store -> remember(state, store.place(), store);
            case Setting.StoreGraphics graphics -> remember(state, "graphics", graphics);
            case Setting.DefineImage image -> remember(state, "image", image);
            case Setting.DefineNvImages images -> remember(abandonMacro(state), "nv images", images);
            case Setting.DefineGraphics define ->
                remember(state, (define.nonVolatile() ? "nv graphics " : "graphics ") + graphicsKey(define), define);
            case Setting.PageMode ignored ->
                state.page() || !state.lineEmpty() ? state : swapSpacing(state.with(Mode.PAGE, true));
            case Setting.StandardMode ignored -> state.page() ? discardPage(state) : state;
            case Setting.PageDirection direction ->
                digit(direction.n(), 3) < 0
                        ? state
                        : state.with(state.pageSettings().withDirection(digit(direction.n(), 3)));
            case Setting.PageArea area -> pageArea(state, area);
            case Setting.Peripheral ignored -> state;
            case Setting.RasterMode raster -> raster.fn() == 'A' ? RasterMode.entered(state) : state;
            case Setting.RasterCut ignored -> state;
            case Setting.UserSetting user ->
                user.on()
                        ? state.with(Mode.USER_SETTING, true)
                        : initialized(state).with(Modes.DEFAULT).with(Macro.EMPTY);
            case Setting.Kept kept -> remember(state, kept.place(), kept);
            case Setting.MacroDefinition ignored ->
                state.macro()
                        ? state.with(Mode.MACRO, false)
                        : state.with(Mode.MACRO, true).with(Macro.EMPTY);
        };
    }

    private static PrinterState remember(PrinterState state, String place, Command command) {
        return state.with(state.memory().with(place, command));
    }

    /// The value of a parameter that may be sent as a number or as its digit, or -1 when above `most`.
    private static int digit(int n, int most) {
        int value = n >= 48 ? n - 48 : n;
        return value <= most ? value : -1;
    }

    /// What survives `ESC @`: what is kept for ever, a macro that is whole, user setting mode.
    private static PrinterState initialized(PrinterState state) {
        return PrinterState.initial(state.profile())
                .with(state.memory().only(place -> place.startsWith("nv ")))
                .with(state.macro() ? Macro.EMPTY : state.macroBody())
                .with(state.modes().only(Mode.USER_SETTING))
                .with(state.doubts());
    }

    /// A definition that is not whole is given up.
    static PrinterState abandonMacro(PrinterState state) {
        return state.macro() ? state.with(Mode.MACRO, false).with(Macro.EMPTY) : state;
    }

    /// The end of page mode: the area is whole again, standard mode's spacing is back.
    static PrinterState standardMode(PrinterState state, boolean fromPage) {
        return fromPage
                ? swapSpacing(
                        state.with(Mode.PAGE, false).with(state.pageSettings().withArea(0, 0, 0, 0)))
                : state;
    }

    private static PrinterState discardPage(PrinterState state) {
        PrinterState standard = standardMode(state, true);
        return standard.with(standard.pageSettings().withDirection(0)).withLineEmpty(true);
    }

    private static PrinterState swapSpacing(PrinterState state) {
        PageSettings page = state.pageSettings();
        int line = state.layout().lineSpacing();
        int character = state.style().spacingDots();
        return state.with(state.layout().withLineSpacing(page.otherLineSpacing()))
                .with(state.style().withSpacing(page.otherCharacterSpacing()))
                .with(page.withOther(line, character));
    }

    private static PrinterState pageArea(PrinterState state, Setting.PageArea area) {
        int x = state.dotsX(area.x());
        boolean takes =
                area.width() > 0 && area.height() > 0 && x < state.profile().dotsPerLine();
        return takes
                ? state.with(state.pageSettings()
                        .withArea(x, state.dotsY(area.y()), state.dotsX(area.width()), state.dotsY(area.height())))
                : state;
    }

    private static PrinterState defineCharacters(PrinterState state, Setting.DefineCharacters define) {
        int first = define.definition().at(1);
        int last = define.definition().at(2);
        return state.with(state.memory().withCharacters(state.style().font(), first, last, define));
    }

    /// Settings of a line work where one begins; page mode keeps them for standard mode.
    private static boolean lineSettingTaken(PrinterState state) {
        return state.lineEmpty() || state.page();
    }

    private static CharacterStyle printModes(CharacterStyle style, int n) {
        return style.withFont(n & 1)
                .with(Trait.EMPHASIZED, (n & 8) != 0)
                .withSize((n & 32) != 0 ? 2 : 1, (n & 16) != 0 ? 2 : 1)
                .withUnderline((n & 128) == 0 ? 0 : Math.max(1, style.underlineDots()));
    }

    private static PrinterState characterSize(PrinterState state, int n) {
        int width = (n >> 4) + 1;
        int height = (n & 15) + 1;
        return width > 8 || height > 8 ? state : state.with(state.style().withSize(width, height));
    }

    private static PrinterState kanjiPrintModes(PrinterState state, int n) {
        return state.with(state.style().withSize((n & 4) != 0 ? 2 : 1, (n & 8) != 0 ? 2 : 1))
                .with(state.kanjiStyle()
                        .withUnderline(
                                (n & 128) == 0
                                        ? 0
                                        : Math.max(1, state.kanjiStyle().underlineDots())));
    }

    private static PrinterState justify(PrinterState state, int n) {
        return n < 0 || !lineSettingTaken(state)
                ? state
                : state.with(state.layout().withJustification(Justification.values()[n]));
    }

    private static PrinterState leftMargin(PrinterState state, int dots) {
        boolean takes = lineSettingTaken(state) && dots < state.profile().dotsPerLine();
        return takes ? state.with(state.layout().withArea(dots, state.layout().areaWidth())) : state;
    }

    private static PrinterState areaWidth(PrinterState state, int dots) {
        boolean takes = lineSettingTaken(state) && dots > 0;
        return takes ? state.with(state.layout().withArea(state.layout().leftMargin(), dots)) : state;
    }

    private static List<Integer> tabStops(PrinterState state, List<Integer> columns) {
        int column = state.profile().font(state.style().font()).width()
                        * state.style().width()
                + state.style().spacingDots();
        return columns.stream().map(n -> n * column).toList();
    }

    private static String graphicsKey(Setting.DefineGraphics define) {
        return define.parameters().length() < 3
                ? ""
                : define.parameters().at(1) + " " + define.parameters().at(2);
    }
}
