package slipstream.escpos.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Cut;
import slipstream.escpos.command.Mark;
import slipstream.escpos.command.Setting;
import slipstream.escpos.command.Text;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.profile.Quirk;
import slipstream.escpos.state.Layout.Justification;

/// The state a printer is in: what it was told that still has an effect, and what of it is not known.
///
/// A value that is [#unknown()] holds what it was at power-on, for whoever must take a guess; a block takes none.
///
/// @param profile the printer
/// @param style how characters look
/// @param kanjiStyle what two-byte characters add
/// @param layout where things go
/// @param coding what bytes of text stand for
/// @param barcode how barcodes are drawn
/// @param memory what later commands refer to, by a name for each place: symbols and their settings, images,
///     graphics, characters, what the mechanism was told; the command that filled it
/// @param modes what decides how all that follows is taken
/// @param pageSettings what page mode has of its own
/// @param macroBody what `GS ^` executes
/// @param unknown what is not known
/// @param lineEmpty whether the print position is at the beginning of a line with nothing in the line buffer
public record PrinterState(
        PrinterProfile profile,
        CharacterStyle style,
        KanjiStyle kanjiStyle,
        Layout layout,
        TextCoding coding,
        BarcodeStyle barcode,
        Map<String, Command> memory,
        Modes modes,
        PageSettings pageSettings,
        Macro macroBody,
        Set<Fact> unknown,
        boolean lineEmpty) {

    private static final int MOST_PLACES = 512;
    private static final int VERTICAL_RULES = 51;

    /// A macro's effect on the state does not change after so many runs.
    private static final int MOST_RUNS = 3;

    /// At power-on.
    public static PrinterState initial(PrinterProfile profile) {
        return new PrinterState(
                profile,
                CharacterStyle.DEFAULT,
                KanjiStyle.DEFAULT,
                new Layout(
                        Justification.LEFT,
                        0,
                        profile.dotsPerLine(),
                        defaultLineSpacing(profile),
                        profile.unitsPerInchX(),
                        profile.unitsPerInchY(),
                        Layout.defaultTabStops(profile.dotsPerLine())),
                new TextCoding(
                        TextCoding.NEVER_CHOSEN,
                        0,
                        profile.twoByteFromPowerOn(),
                        TextCoding.NEVER_CHOSEN,
                        false,
                        false),
                BarcodeStyle.DEFAULT,
                Map.of(),
                Modes.DEFAULT,
                PageSettings.initial(profile),
                Macro.EMPTY,
                Set.of(),
                true);
    }

    /// Of a printer whose stream is joined in the middle: nothing is known until `ESC @`, or until it is set.
    public static PrinterState unknown(PrinterProfile profile) {
        return initial(profile).withUnknown(Fact.ALL);
    }

    /// The state once the printer has carried out `command`.
    public PrinterState after(Command command) {
        PrinterState next = carriedOut(command);
        return unknown.isEmpty() && next.unknown.isEmpty()
                ? next
                : next.withUnknown(Knowledge.unknown(this, command, next));
    }

    private PrinterState carriedOut(Command command) {
        if (command instanceof Setting.Peripheral peripheral) {
            return with(modes.withSelected((peripheral.n() & 1) == 1));
        }
        boolean deaf =
                !modes.selected() && !(unknown.contains(Fact.DESTINATION) && command instanceof Setting.Initialize);
        if (deaf) {
            return this;
        }
        PrinterState next = switch (command) {
            case Text ignored -> withLineEmpty(false);
            case Setting setting -> Settings.after(this, setting);
            case Mark mark -> afterMark(mark);
            case Cut cut -> afterCut(cut);
            case Command.RealTime realTime -> afterRealTime(realTime);
            case Command.Other other -> afterOther(other);
            case Command.Elided elided -> elided.row().kind().draws() ? afterDrawing(elided) : this;
            case Command.Unrecognized ignored -> this;
        };
        boolean stored = modes.macro()
                && next.modes.macro()
                && !(command instanceof Setting.MacroDefinition)
                && !(command instanceof Command.RealTime);
        return stored ? next.with(next.macroBody.with(command)) : next;
    }

    /// Whether page mode is on.
    public boolean page() {
        return modes.page();
    }

    /// Whether a macro is being defined.
    public boolean macro() {
        return modes.macro();
    }

    /// Whether the printer is the device that `ESC =` chose.
    public boolean selected() {
        return modes.selected();
    }

    /// Whether that is known.
    public boolean knows(Fact fact) {
        return !unknown.contains(fact);
    }

    /// What `ESC 2` sets: 30 dots at 203 dpi, a sixth of an inch at 180.
    public static int defaultLineSpacing(PrinterProfile profile) {
        return profile.dpi() == 203 ? 30 : Math.round(profile.dpi() / 6f);
    }

    /// Dots for `units` of horizontal motion.
    public int dotsX(int units) {
        return Math.round((float) units * profile.dpi() / layout.unitsX());
    }

    /// Dots for `units` of vertical motion.
    public int dotsY(int units) {
        return Math.round((float) units * profile.dpi() / layout.unitsY());
    }

    /// How far a command of pure movement feeds the paper, in dots; negative is backwards.
    public int feedDots(Mark mark) {
        return switch (mark) {
            case Mark.LineFeed ignored -> layout.lineSpacing();
            case Mark.Feed feed -> dotsY(feed.units());
            case Mark.FeedLines lines -> lines.lines() * layout.lineSpacing();
            default -> 0;
        };
    }

    /// The width of the print area: what is set, as far as it fits between left margin and the line's end.
    public int areaDots() {
        return Math.min(layout.areaWidth(), profile.dotsPerLine() - layout.leftMargin());
    }

    /// Whether a block can be printed here: standard mode, nothing in the line buffer, the printer listening, no
    /// macro or user setting open, no vertical rules; mode, line, listener and macro being known.
    ///
    /// Known is what `ESC @` settled, or the command for each: `FF` or `ESC S` that the mode is standard, a raster
    /// that no macro is open, `ESC =` who listens. A printed line proves none of them.
    public boolean blockMayFollow() {
        return lineEmpty
                && !modes.page()
                && !modes.macro()
                && modes.selected()
                && !modes.userSetting()
                && !modes.rules()
                && (unknown.isEmpty() || Fact.BLOCK.stream().noneMatch(unknown::contains));
    }

    /// Whether the printer carries out a cut here: with text in the line buffer, not all do.
    public boolean takes(Cut cut) {
        return lineEmpty || !cut.obsolete() && !profile.has(Quirk.IGNORES_CUT_WITH_TEXT) && !passesOver(cut);
    }

    /// Whether the printer neither feeds nor cuts there, whatever its line buffer holds.
    public boolean passesOver(Cut cut) {
        boolean partial = cut.form() == Cut.Form.FEED && !cut.full();
        return partial && profile.has(Quirk.IGNORES_PARTIAL_FEED_CUT);
    }

    private PrinterState afterMark(Mark mark) {
        return switch (mark) {
            case Mark.LineFeed ignored -> withLineEmpty(true);
            case Mark.CarriageReturn ignored -> this;
            case Mark.FormFeed ignored ->
                Settings.standardMode(this, modes.page()).withLineEmpty(true);
            case Mark.PrintPage ignored -> this;
            case Mark.Feed ignored -> withLineEmpty(true);
            case Mark.FeedLines ignored -> withLineEmpty(true);
            case Mark.Tab ignored -> withLineEmpty(false);
            case Mark.MoveTo move -> move.units() == 0 ? this : withLineEmpty(false);
            case Mark.MoveBy move -> move.units() == 0 ? this : withLineEmpty(false);
            case Mark.PageMove move -> afterPageMove(move);
            case Mark.LineStart ignored -> withLineEmpty(true);
            case Mark.ColumnImage ignored -> withLineEmpty(false);
            case Mark.Raster ignored -> afterDrawing(mark);
            case Mark.PrintGraphics ignored -> afterDrawing(mark);
            case Mark.PrintImage ignored -> afterDrawing(mark);
            case Mark.PrintNvImage ignored -> afterDrawing(mark);
            case Mark.PrintKeyedGraphics ignored -> afterDrawing(mark);
            case Mark.Barcode ignored -> afterDrawing(mark);
            case Mark.PrintSymbol ignored -> afterDrawing(mark);
            case Mark.Drawing drawing ->
                switch (drawing.row().mnemonic()) {
                    case "GS ^" -> afterMacro(drawing.head().at(2));
                    case "GS ( Q" ->
                        drawing.body().length() > 0 && drawing.body().at(0) == VERTICAL_RULES
                                ? with(modes.withRules(true))
                                : afterDrawing(mark);
                    default -> afterDrawing(mark);
                };
        };
    }

    /// A drawing leaves the position where a line begins.
    private PrinterState afterDrawing(Command drawing) {
        PrinterState next = withLineEmpty(true);
        return drawing instanceof Mark.Raster ? Settings.abandonMacro(next) : next;
    }

    private PrinterState afterPageMove(Mark.PageMove move) {
        if (!modes.page()) {
            return this;
        }
        int dots = dotsY(move.units()) + (move.relative() ? pageSettings.position() : 0);
        return dots < 0 ? this : with(pageSettings.withPosition(dots));
    }

    /// A reserved cut is one that is still to come.
    private PrinterState afterCut(Cut cut) {
        if (modes.page() || !takes(cut)) {
            return this;
        }
        boolean reserves = cut.form() == Cut.Form.RESERVED;
        PrinterState next = withLineEmpty(true);
        return modes.reservedCut() == reserves ? next : next.with(modes.withReservedCut(reserves));
    }

    /// Executing a macro while it is being defined gives the definition up. A macro that is not known may do
    /// anything.
    private PrinterState afterMacro(int times) {
        if (modes.macro()) {
            return Settings.abandonMacro(this);
        }
        if (unknown.contains(Fact.MACRO_BODY)) {
            return withUnknown(Fact.ALL);
        }
        PrinterState next = this;
        for (int run = 0; run < Math.min(times, MOST_RUNS); run++) {
            for (Command command : macroBody.body()) {
                boolean nested = command instanceof Mark.Drawing drawing
                        && drawing.row().mnemonic().equals("GS ^");
                next = nested ? next : next.after(command);
            }
        }
        return next;
    }

    /// `DLE ENQ 2` and `3`, `DLE DC4 8`: what was sent before may be thrown away, nobody can say from where on.
    private PrinterState afterRealTime(Command.RealTime command) {
        int fn = command.head().at(2);
        boolean clears = switch (command.row().mnemonic()) {
            case "DLE ENQ" -> fn == 2 || fn == 3;
            case "DLE DC4" -> fn == 8;
            default -> false;
        };
        return clears ? withUnknown(Fact.ALL) : this;
    }

    private PrinterState afterOther(Command.Other other) {
        return switch (other.row().mnemonic()) {
            case "CAN" -> modes.page() ? withLineEmpty(true) : this;
            case "ESC ?" ->
                withMemory(places ->
                        places.remove(character(style.font(), other.head().at(2))));
            default -> this;
        };
    }

    /// The place of a character that `ESC &` defined.
    static String character(int font, int code) {
        return "character " + font + " " + code;
    }

    /// This state with the print position at the beginning of an empty line, or not.
    public PrinterState withLineEmpty(boolean empty) {
        return empty == lineEmpty
                ? this
                : new PrinterState(
                        profile,
                        style,
                        kanjiStyle,
                        layout,
                        coding,
                        barcode,
                        memory,
                        modes,
                        pageSettings,
                        macroBody,
                        unknown,
                        empty);
    }

    PrinterState withUnknown(Set<Fact> facts) {
        return facts == unknown
                ? this
                : new PrinterState(
                        profile,
                        style,
                        kanjiStyle,
                        layout,
                        coding,
                        barcode,
                        memory,
                        modes,
                        pageSettings,
                        macroBody,
                        facts,
                        lineEmpty);
    }

    PrinterState with(Modes next) {
        return new PrinterState(
                profile,
                style,
                kanjiStyle,
                layout,
                coding,
                barcode,
                memory,
                next,
                pageSettings,
                macroBody,
                unknown,
                lineEmpty);
    }

    PrinterState with(PageSettings next) {
        return new PrinterState(
                profile,
                style,
                kanjiStyle,
                layout,
                coding,
                barcode,
                memory,
                modes,
                next,
                macroBody,
                unknown,
                lineEmpty);
    }

    PrinterState with(Macro next) {
        return new PrinterState(
                profile,
                style,
                kanjiStyle,
                layout,
                coding,
                barcode,
                memory,
                modes,
                pageSettings,
                next,
                unknown,
                lineEmpty);
    }

    PrinterState with(CharacterStyle next) {
        return new PrinterState(
                profile,
                next,
                kanjiStyle,
                layout,
                coding,
                barcode,
                memory,
                modes,
                pageSettings,
                macroBody,
                unknown,
                lineEmpty);
    }

    PrinterState with(KanjiStyle next) {
        return new PrinterState(
                profile,
                style,
                next,
                layout,
                coding,
                barcode,
                memory,
                modes,
                pageSettings,
                macroBody,
                unknown,
                lineEmpty);
    }

    PrinterState with(Layout next) {
        return new PrinterState(
                profile,
                style,
                kanjiStyle,
                next,
                coding,
                barcode,
                memory,
                modes,
                pageSettings,
                macroBody,
                unknown,
                lineEmpty);
    }

    PrinterState with(TextCoding next) {
        return new PrinterState(
                profile,
                style,
                kanjiStyle,
                layout,
                next,
                barcode,
                memory,
                modes,
                pageSettings,
                macroBody,
                unknown,
                lineEmpty);
    }

    PrinterState with(BarcodeStyle next) {
        return new PrinterState(
                profile,
                style,
                kanjiStyle,
                layout,
                coding,
                next,
                memory,
                modes,
                pageSettings,
                macroBody,
                unknown,
                lineEmpty);
    }

    /// A place beyond what any printer has memory for is not kept.
    PrinterState remembering(String place, Command command) {
        return withMemory(places -> {
            if (places.size() < MOST_PLACES || places.containsKey(place)) {
                places.put(place, command);
            }
        });
    }

    PrinterState withMemory(Consumer<Map<String, Command>> change) {
        Map<String, Command> changed = new HashMap<>(memory);
        change.accept(changed);
        return new PrinterState(
                profile,
                style,
                kanjiStyle,
                layout,
                coding,
                barcode,
                Map.copyOf(changed),
                modes,
                pageSettings,
                macroBody,
                unknown,
                lineEmpty);
    }
}
