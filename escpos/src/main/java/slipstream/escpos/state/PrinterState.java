package slipstream.escpos.state;

import java.util.HashMap;
import java.util.Map;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Cut;
import slipstream.escpos.command.Mark;
import slipstream.escpos.command.Setting;
import slipstream.escpos.command.Text;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.state.Layout.Justification;

/// The state a printer is in: what it was told that still has an effect.
///
/// @param profile the printer
/// @param style how characters look
/// @param kanjiStyle what two-byte characters add
/// @param layout where things go
/// @param coding what bytes of text stand for
/// @param barcode how barcodes are drawn
/// @param memory what later commands refer to, by a name for each place: symbols and their settings, images,
///     graphics, characters; the command that filled it
/// @param page whether page mode is on
/// @param macro whether a macro is being defined
/// @param selected whether the printer is the device that `ESC =` chose
/// @param lineEmpty whether the print position is at the beginning of a line with nothing in the line buffer
public record PrinterState(
        PrinterProfile profile,
        CharacterStyle style,
        KanjiStyle kanjiStyle,
        Layout layout,
        TextCoding coding,
        BarcodeStyle barcode,
        Map<String, Command> memory,
        boolean page,
        boolean macro,
        boolean selected,
        boolean lineEmpty) {

    private static final int MOST_PLACES = 256;

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
                false,
                false,
                true,
                true);
    }

    /// The state once the printer has carried out `command`.
    public PrinterState after(Command command) {
        if (command instanceof Setting.Peripheral peripheral) {
            return withFlags(page, macro, (peripheral.n() & 1) == 1, lineEmpty);
        }
        if (!selected) {
            return this;
        }
        return switch (command) {
            case Text ignored -> withLineEmpty(false);
            case Setting setting -> Settings.after(this, setting);
            case Mark mark -> afterMark(mark);
            case Cut cut -> cut.taken(lineEmpty) ? withLineEmpty(true) : this;
            case Command.RealTime ignored -> this;
            case Command.Other ignored -> this;
            case Command.Elided elided -> elided.row().kind().draws() ? afterDrawing(elided) : this;
            case Command.Unrecognized ignored -> this;
        };
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

    /// Whether a block can be printed here: standard mode, nothing in the line buffer, the printer listening.
    public boolean blockMayFollow() {
        return lineEmpty && !page && !macro && selected;
    }

    private PrinterState afterMark(Mark mark) {
        return switch (mark) {
            case Mark.LineFeed ignored -> withLineEmpty(true);
            case Mark.CarriageReturn ignored -> this;
            case Mark.FormFeed ignored -> withFlags(false, macro, selected, true);
            case Mark.PrintPage ignored -> this;
            case Mark.Feed ignored -> withLineEmpty(true);
            case Mark.FeedLines ignored -> withLineEmpty(true);
            case Mark.Tab ignored -> withLineEmpty(false);
            case Mark.MoveTo move -> move.units() == 0 ? this : withLineEmpty(false);
            case Mark.MoveBy move -> move.units() == 0 ? this : withLineEmpty(false);
            case Mark.PageMove ignored -> this;
            case Mark.LineStart ignored -> withLineEmpty(true);
            case Mark.ColumnImage ignored -> withLineEmpty(false);
            case Mark.Raster ignored -> afterDrawing(mark);
            case Mark.PrintGraphics ignored -> afterDrawing(mark);
            case Mark.PrintImage ignored -> afterDrawing(mark);
            case Mark.PrintNvImage ignored -> afterDrawing(mark);
            case Mark.PrintKeyedGraphics ignored -> afterDrawing(mark);
            case Mark.Barcode ignored -> afterDrawing(mark);
            case Mark.PrintSymbol ignored -> afterDrawing(mark);
            case Mark.Drawing ignored -> afterDrawing(mark);
        };
    }

    /// A drawing leaves the position where a line begins.
    private PrinterState afterDrawing(Command drawing) {
        return withFlags(page, drawing instanceof Mark.Raster ? false : macro, selected, true);
    }

    /// This state with the print position at the beginning of an empty line, or not.
    public PrinterState withLineEmpty(boolean empty) {
        return empty == lineEmpty ? this : withFlags(page, macro, selected, empty);
    }

    PrinterState withFlags(boolean inPage, boolean inMacro, boolean isSelected, boolean empty) {
        return new PrinterState(
                profile, style, kanjiStyle, layout, coding, barcode, memory, inPage, inMacro, isSelected, empty);
    }

    PrinterState with(CharacterStyle next) {
        return new PrinterState(
                profile, next, kanjiStyle, layout, coding, barcode, memory, page, macro, selected, lineEmpty);
    }

    PrinterState with(KanjiStyle next) {
        return new PrinterState(
                profile, style, next, layout, coding, barcode, memory, page, macro, selected, lineEmpty);
    }

    PrinterState with(Layout next) {
        return new PrinterState(
                profile, style, kanjiStyle, next, coding, barcode, memory, page, macro, selected, lineEmpty);
    }

    PrinterState with(TextCoding next) {
        return new PrinterState(
                profile, style, kanjiStyle, layout, next, barcode, memory, page, macro, selected, lineEmpty);
    }

    PrinterState with(BarcodeStyle next) {
        return new PrinterState(
                profile, style, kanjiStyle, layout, coding, next, memory, page, macro, selected, lineEmpty);
    }

    /// A place beyond what any printer has memory for is not kept.
    PrinterState remembering(String place, Command command) {
        if (memory.size() == MOST_PLACES && !memory.containsKey(place)) {
            return this;
        }
        Map<String, Command> more = new HashMap<>(memory);
        more.put(place, command);
        return new PrinterState(
                profile,
                style,
                kanjiStyle,
                layout,
                coding,
                barcode,
                Map.copyOf(more),
                page,
                macro,
                selected,
                lineEmpty);
    }
}
