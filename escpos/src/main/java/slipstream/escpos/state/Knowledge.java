package slipstream.escpos.state;

import static slipstream.escpos.state.Fact.AREA_WIDTH;
import static slipstream.escpos.state.Fact.BARCODE_HEIGHT;
import static slipstream.escpos.state.Fact.BARCODE_WIDTH;
import static slipstream.escpos.state.Fact.CHARACTER_SPACING;
import static slipstream.escpos.state.Fact.CODE_TABLE;
import static slipstream.escpos.state.Fact.DESTINATION;
import static slipstream.escpos.state.Fact.DOUBLE_STRIKE;
import static slipstream.escpos.state.Fact.EMPHASIZED;
import static slipstream.escpos.state.Fact.ENCODING;
import static slipstream.escpos.state.Fact.FONT;
import static slipstream.escpos.state.Fact.HRI_FONT;
import static slipstream.escpos.state.Fact.HRI_POSITION;
import static slipstream.escpos.state.Fact.INTERNATIONAL;
import static slipstream.escpos.state.Fact.INVERSE;
import static slipstream.escpos.state.Fact.JUSTIFICATION;
import static slipstream.escpos.state.Fact.KANJI_MODE;
import static slipstream.escpos.state.Fact.KANJI_SPACING;
import static slipstream.escpos.state.Fact.KANJI_SYSTEM;
import static slipstream.escpos.state.Fact.KANJI_UNDERLINE;
import static slipstream.escpos.state.Fact.LEFT_MARGIN;
import static slipstream.escpos.state.Fact.LINE;
import static slipstream.escpos.state.Fact.LINE_SPACING;
import static slipstream.escpos.state.Fact.MACRO;
import static slipstream.escpos.state.Fact.MACRO_BODY;
import static slipstream.escpos.state.Fact.PAGE;
import static slipstream.escpos.state.Fact.PAGE_AREA;
import static slipstream.escpos.state.Fact.RESERVED_CUT;
import static slipstream.escpos.state.Fact.ROTATION;
import static slipstream.escpos.state.Fact.SIZE;
import static slipstream.escpos.state.Fact.SMOOTHING;
import static slipstream.escpos.state.Fact.TABS;
import static slipstream.escpos.state.Fact.UNDERLINE;
import static slipstream.escpos.state.Fact.UNITS;
import static slipstream.escpos.state.Fact.UPSIDE_DOWN;
import static slipstream.escpos.state.Fact.USER_CHARACTERS;
import static slipstream.escpos.state.Fact.USER_SETTING;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Cut;
import slipstream.escpos.command.Mark;
import slipstream.escpos.command.Setting;

/// What each command settles about a printer of which something is unknown.
///
/// A command settles what it sets, if the printer is known to take it: one that works at the beginning of a line
/// settles nothing while a line may be pending, nor does any while the printer may not be listening. What a
/// printer does with text proves nothing: text is printed, stored and thrown away alike.
final class Knowledge {
    private static final Map<Class<? extends Command>, Set<Fact>> SETTLED = Map.ofEntries(
            Map.entry(Setting.PrintModes.class, EnumSet.of(FONT, EMPHASIZED, SIZE, UNDERLINE)),
            Map.entry(Setting.Font.class, EnumSet.of(FONT)),
            Map.entry(Setting.Emphasized.class, EnumSet.of(EMPHASIZED)),
            Map.entry(Setting.DoubleStrike.class, EnumSet.of(DOUBLE_STRIKE)),
            Map.entry(Setting.Underline.class, EnumSet.of(UNDERLINE)),
            Map.entry(Setting.CharacterSize.class, EnumSet.of(SIZE)),
            Map.entry(Setting.KanjiQuadruple.class, EnumSet.of(SIZE)),
            Map.entry(Setting.Rotation.class, EnumSet.of(ROTATION)),
            Map.entry(Setting.Inverse.class, EnumSet.of(INVERSE)),
            Map.entry(Setting.Smoothing.class, EnumSet.of(SMOOTHING)),
            Map.entry(Setting.DefaultLineSpacing.class, EnumSet.of(LINE_SPACING)),
            Map.entry(Setting.MotionUnits.class, EnumSet.of(UNITS)),
            Map.entry(Setting.CodeTable.class, EnumSet.of(CODE_TABLE)),
            Map.entry(Setting.InternationalSet.class, EnumSet.of(INTERNATIONAL)),
            Map.entry(Setting.UserCharacters.class, EnumSet.of(USER_CHARACTERS)),
            Map.entry(Setting.KanjiMode.class, EnumSet.of(KANJI_MODE)),
            Map.entry(Setting.KanjiCodeSystem.class, EnumSet.of(KANJI_SYSTEM)),
            Map.entry(Setting.KanjiPrintModes.class, EnumSet.of(KANJI_UNDERLINE, SIZE)),
            Map.entry(Setting.KanjiUnderline.class, EnumSet.of(KANJI_UNDERLINE)),
            Map.entry(Setting.TextEncoding.class, EnumSet.of(ENCODING)),
            Map.entry(Setting.BarcodeHeight.class, EnumSet.of(BARCODE_HEIGHT)),
            Map.entry(Setting.BarcodeWidth.class, EnumSet.of(BARCODE_WIDTH)),
            Map.entry(Setting.HriPosition.class, EnumSet.of(HRI_POSITION)),
            Map.entry(Setting.HriFont.class, EnumSet.of(HRI_FONT)),
            Map.entry(Setting.PageDirection.class, EnumSet.of(PAGE_AREA)),
            Map.entry(Mark.Raster.class, EnumSet.of(MACRO)),
            Map.entry(Mark.LineFeed.class, EnumSet.of(LINE)),
            Map.entry(Mark.Feed.class, EnumSet.of(LINE)),
            Map.entry(Mark.FeedLines.class, EnumSet.of(LINE)));

    /// Those that set a length, in units that must be known.
    private static final Map<Class<? extends Command>, Set<Fact>> IN_UNITS = Map.of(
            Setting.LineSpacing.class, EnumSet.of(LINE_SPACING),
            Setting.CharacterSpacing.class, EnumSet.of(CHARACTER_SPACING),
            Setting.KanjiSpacing.class, EnumSet.of(KANJI_SPACING));

    /// Those that work at the beginning of a line.
    private static final Map<Class<? extends Command>, Set<Fact>> AT_LINE_BEGIN = Map.of(
            Setting.Justify.class, EnumSet.of(JUSTIFICATION),
            Setting.UpsideDown.class, EnumSet.of(UPSIDE_DOWN),
            Cut.class, EnumSet.of(RESERVED_CUT));

    private static final Set<Fact> NOTHING = Set.of();

    private Knowledge() {}

    /// `after`, to which `command` led from `before`, with what is unknown then.
    static PrinterState after(PrinterState before, Command command, PrinterState after) {
        Set<Fact> unknown = Fact.change(after.unknown(), settled(before, command), unsettled(before, command));
        return unknown.equals(after.unknown()) ? after : after.with(new Doubts(unknown));
    }

    private static Set<Fact> settled(PrinterState before, Command command) {
        Set<Fact> unknown = before.unknown();
        switch (command) {
            case Setting.Peripheral ignored -> {
                return EnumSet.of(DESTINATION);
            }
            case Setting.UserSetting setting -> {
                return setting.on() ? EnumSet.of(USER_SETTING) : Fact.ALL;
            }
            case Setting.Initialize ignored -> {
                return EnumSet.complementOf(EnumSet.copyOf(Fact.KEPT));
            }
            default -> {}
        }
        if (unknown.contains(DESTINATION)) {
            return NOTHING;
        }
        boolean lineKnown = !unknown.contains(LINE) && !unknown.contains(PAGE);
        return switch (command) {
            case Setting.StandardMode ignored -> EnumSet.of(PAGE, PAGE_AREA);
            case Mark.FormFeed ignored -> EnumSet.of(PAGE, LINE);
            case Setting.PageMode ignored -> lineKnown ? EnumSet.of(PAGE) : NOTHING;
            case Setting.LeftMargin ignored ->
                lineKnown && !unknown.contains(UNITS) ? EnumSet.of(LEFT_MARGIN) : NOTHING;
            case Setting.PrintAreaWidth ignored ->
                lineKnown && !unknown.contains(UNITS) ? EnumSet.of(AREA_WIDTH) : NOTHING;
            case Setting.TabStops ignored ->
                unknown.contains(FONT) || unknown.contains(SIZE) || unknown.contains(CHARACTER_SPACING)
                        ? NOTHING
                        : EnumSet.of(TABS);
            case Setting.MacroDefinition ignored ->
                before.macro() && !unknown.contains(MACRO) ? EnumSet.of(MACRO_BODY) : NOTHING;
            default ->
                SETTLED.getOrDefault(
                        command.getClass(),
                        lineKnown && AT_LINE_BEGIN.containsKey(command.getClass())
                                ? AT_LINE_BEGIN.get(command.getClass())
                                : unknown.contains(UNITS)
                                        ? NOTHING
                                        : IN_UNITS.getOrDefault(command.getClass(), NOTHING));
        };
    }

    /// What a command that may or may not have been taken leaves open.
    private static Set<Fact> unsettled(PrinterState before, Command command) {
        if (before.knows(PAGE)) {
            return NOTHING;
        }
        return switch (command) {
            case Setting.StandardMode ignored -> EnumSet.of(LINE, LINE_SPACING, CHARACTER_SPACING);
            case Mark.FormFeed ignored -> EnumSet.of(LINE_SPACING, CHARACTER_SPACING, PAGE_AREA);
            default -> NOTHING;
        };
    }
}
