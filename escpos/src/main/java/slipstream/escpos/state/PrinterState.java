package slipstream.escpos.state;

import java.util.Objects;
import java.util.Set;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Cut;
import slipstream.escpos.command.Mark;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.profile.Quirk;
import slipstream.escpos.state.Layout.Justification;
import slipstream.escpos.state.Modes.Mode;

/// The state a printer is in: what it was told that still has an effect, and what of it is not known.
///
/// A value that is [#unknown()] holds what it was at power-on, for whoever must take a guess; a block takes none.
///
/// Two things are left out. How far a line's print position has come depends on the letters' widths, which `receipt`
/// and `render` follow; the state tells only whether a line is empty. And what never shows on paper, nor in what
/// later bytes mean, changes nothing here: process and response ids (`GS ( H`), maintenance counters (`GS g`),
/// sensors, drawers, and page mode's logical area of label models (`GS ( P`), which bounds `ESC W` and moves
/// nothing by itself.
///
/// @param profile the printer
/// @param style how characters look
/// @param kanjiStyle what two-byte characters add
/// @param layout where things go
/// @param coding what bytes of text stand for
/// @param barcode how barcodes are drawn
/// @param memory what later commands refer to
/// @param modes what decides how all that follows is taken
/// @param pageSettings what page mode has of its own
/// @param macroBody what `GS ^` executes
/// @param doubts what is not known
/// @param line what of a line has come
public record PrinterState(
        PrinterProfile profile,
        CharacterStyle style,
        KanjiStyle kanjiStyle,
        Layout layout,
        TextCoding coding,
        BarcodeStyle barcode,
        Memory memory,
        Modes modes,
        PageSettings pageSettings,
        Macro macroBody,
        Doubts doubts,
        LineBuffer line) {

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
                        Layout.defaultTabStops(profile)),
                new TextCoding(
                        TextCoding.NEVER_CHOSEN,
                        0,
                        profile.twoByteFromPowerOn(),
                        TextCoding.NEVER_CHOSEN,
                        false,
                        false),
                BarcodeStyle.DEFAULT,
                Memory.EMPTY,
                Modes.DEFAULT,
                PageSettings.initial(profile),
                Macro.EMPTY,
                Doubts.NONE,
                LineBuffer.EMPTY);
    }

    /// Of a printer whose stream is joined in the middle: nothing is known until `ESC @`, or until it is set.
    public static PrinterState unknown(PrinterProfile profile) {
        return initial(profile).with(new Doubts(Fact.ALL));
    }

    /// The state once the printer has carried out `command`.
    public PrinterState after(Command command) {
        PrinterState next = Effects.after(this, command);
        return unknown().isEmpty() && next.unknown().isEmpty() ? next : Knowledge.after(this, command, next);
    }

    /// This state with one part changed.
    PrinterState with(Part part) {
        return new PrinterState(
                profile,
                part instanceof CharacterStyle next ? next : style,
                part instanceof KanjiStyle next ? next : kanjiStyle,
                part instanceof Layout next ? next : layout,
                part instanceof TextCoding next ? next : coding,
                part instanceof BarcodeStyle next ? next : barcode,
                part instanceof Memory next ? next : memory,
                part instanceof Modes next ? next : modes,
                part instanceof PageSettings next ? next : pageSettings,
                part instanceof Macro next ? next : macroBody,
                part instanceof Doubts next ? next : doubts,
                part instanceof LineBuffer next ? next : line);
    }

    PrinterState with(Mode mode, boolean on) {
        return modes.is(mode) == on ? this : with(modes.with(mode, on));
    }

    /// This state with the print position at the beginning of an empty line, or not.
    public PrinterState withLineEmpty(boolean empty) {
        return empty == lineEmpty() ? this : with(LineBuffer.empty(empty));
    }

    /// Whether the print position is at the beginning of a line with nothing in the line buffer.
    public boolean lineEmpty() {
        return line == LineBuffer.EMPTY;
    }

    /// Whether page mode is on.
    public boolean page() {
        return modes.is(Mode.PAGE);
    }

    /// Whether a macro is being defined.
    public boolean macro() {
        return modes.is(Mode.MACRO);
    }

    /// Whether Star's raster mode is on.
    public boolean raster() {
        return modes.is(Mode.RASTER);
    }

    /// Whether the printer is the device that `ESC =` chose.
    public boolean selected() {
        return !modes.is(Mode.DESELECTED);
    }

    /// What is not known.
    public Set<Fact> unknown() {
        return doubts.facts();
    }

    /// Whether that is known.
    public boolean knows(Fact fact) {
        return !unknown().contains(fact);
    }

    /// What `ESC 2` sets: 30 dots at 203 dpi, a sixth of an inch at 180.
    public static int defaultLineSpacing(PrinterProfile profile) {
        return profile.dpi() == 203 ? 30 : Math.round(profile.dpi() / 6f);
    }

    /// Dots for `units` of horizontal motion.
    public int dotsX(int units) {
        return dots(units, layout.unitsX());
    }

    /// Dots for `units` of vertical motion.
    public int dotsY(int units) {
        return dots(units, layout.unitsY());
    }

    /// Dots for `units` in the direction of the line: of vertical motion where a page's lines run up or down the
    /// paper (TM command reference, "ESC T", "ESC $").
    public int dotsAlong(int units) {
        return linesUpright() ? dotsY(units) : dotsX(units);
    }

    /// Dots for `units` from one line to the next: of horizontal motion where a page's lines run up or down the
    /// paper (TM command reference, "ESC T", "ESC 3").
    public int dotsAcross(int units) {
        return linesUpright() ? dotsX(units) : dotsY(units);
    }

    private int dots(int units, int unitsPerInch) {
        return Math.round((float) units * profile.dpi() / unitsPerInch);
    }

    private boolean linesUpright() {
        return page() && pageSettings.upright();
    }

    /// How far a command of pure movement feeds the paper, in dots; negative is backwards.
    public int feedDots(Mark mark) {
        return switch (mark) {
            case Mark.LineFeed ignored -> layout.lineSpacing();
            case Mark.Feed feed -> dotsAcross(feed.units());
            case Mark.FeedLines lines -> lines.lines() * layout.lineSpacing();
            default -> 0;
        };
    }

    /// The width of the print area: what is set, as far as it fits between left margin and the line's end.
    public int areaDots() {
        return Math.min(layout.areaWidth(), profile.dotsPerLine() - layout.leftMargin());
    }

    /// How far a line reaches: across the print area, and in page mode along its side of the page's area.
    public int lineDots() {
        return page() ? pageSettings.lineDots(profile.dotsPerLine()) : areaDots();
    }

    /// Whether a block can be printed here: standard mode, nothing in the line buffer, the printer listening, no
    /// macro or user setting open, no vertical rules, no raster mode; mode, line, listener and macro being known. A
    /// reserved cut is no hindrance.
    ///
    /// Known is what `ESC @` settled, or the command for each: `FF` or `ESC S` that the mode is standard, a raster
    /// that no macro is open, `ESC =` who listens. A printed line proves none of them.
    public boolean blockMayFollow() {
        return lineEmpty()
                && modes.noneBut(Mode.RESERVED_CUT)
                && (unknown().isEmpty() || Fact.BLOCK.stream().noneMatch(unknown()::contains));
    }

    /// The cut that the printer makes when it carries out `command`; null when it makes none. Besides cuts that it
    /// [#takes], the ends of Star's raster mode.
    public Cut cutBy(Command command) {
        if (raster()) {
            return RasterMode.cut(this, command);
        }
        return command instanceof Cut cut && takes(cut) ? cut : null;
    }

    /// Whether the printer takes a cut here: with text in the line buffer, as its profile says. Where that says
    /// nothing, the sender is believed to know its printer, but for a cut of the two-byte forms, which are too easily
    /// met by chance. In Star's raster mode nothing but rows and their ends is obeyed. In page mode some models cut and
    /// others do not; it counts as taken.
    public boolean takes(Cut cut) {
        boolean ignored = cut.form() == Cut.Form.FEED && !cut.full() && profile.has(Quirk.IGNORES_PARTIAL_FEED_CUT)
                || !lineEmpty() && profile.has(Quirk.IGNORES_CUT_WITH_TEXT);
        return !raster() && !ignored && cut.taken(lineEmpty());
    }

    /// Of the parts that change most.
    @Override
    public int hashCode() {
        return Objects.hash(style, layout, coding, modes, memory, line);
    }
}
