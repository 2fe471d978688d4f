package slipstream.escpos.inject;

import slipstream.escpos.command.Command;
import slipstream.escpos.command.Cut;
import slipstream.escpos.command.Mark;
import slipstream.escpos.command.Setting;
import slipstream.escpos.profile.Quirk;
import slipstream.escpos.state.Modes;
import slipstream.escpos.state.PrinterState;

/// Where a block may stand: behind the last line or drawing that is complete, and nowhere else.
///
/// What the printer's state forbids is [PrinterState#blockMayFollow]'s to say. Besides, no block ends an image whose
/// next strip may come, and none follows text of which it is not sure that it was printed: a printer that is sent a
/// drawing within a line prints the line first or passes the drawing by, as its model has it.
final class Place {
    private boolean inked;
    private boolean imageMayGoOn;
    private boolean lineUnsure;

    /// Something prints, or may print.
    void ink() {
        inked = true;
    }

    /// Text comes, which is no image's strip.
    void text() {
        inked = true;
        imageMayGoOn = false;
    }

    /// A slot is open behind the last ink.
    void taken() {
        inked = false;
    }

    /// Follows a command.
    void carriedOut(Command command, PrinterState before, PrinterState after) {
        if (command instanceof Mark mark) {
            boolean strip = !before.lineEmpty() || before.feedDots(mark) == 0;
            imageMayGoOn = isImage(mark) || imageMayGoOn && Paper.feeds(mark) && strip;
        } else if (command instanceof Cut || command instanceof Setting.Initialize) {
            imageMayGoOn = false;
        }
        if (drawsAtLineBegin(command)) {
            boolean inLine = !before.page() && !before.lineEmpty();
            lineUnsure |= inLine && !before.profile().has(Quirk.PRINTS_PENDING_ON_RASTER);
        } else if (endsLine(command)) {
            lineUnsure &= !after.lineEmpty();
        }
        if (before.cutBy(command) != null) {
            inked = false;
        }
    }

    /// The state as a block must take it: with a line pending where one may be.
    PrinterState standing(PrinterState state) {
        return lineUnsure ? state.withLineEmpty(false) : state;
    }

    /// Whether a slot opens here, directly behind ink.
    boolean behindInk(PrinterState state) {
        return inked && standing(state).blockMayFollow();
    }

    /// Whether a block may stand directly before a cut: a line that is still in the buffer is printed by the block's
    /// own line feed, as the cut would print it.
    boolean before(Cut cut, PrinterState state) {
        return state.withLineEmpty(true).blockMayFollow() && standing(state).takes(cut);
    }

    /// Whether a block may stand at the end of what was sent.
    ///
    /// @param lastLine whether a line that is still in the buffer counts as printed, as at a file's end
    boolean atEnd(PrinterState state, boolean lastLine) {
        return (lastLine ? state.withLineEmpty(true) : standing(state)).blockMayFollow();
    }

    /// Whether silence may stand between the strips of an image: until something else was printed, or paper fed,
    /// the sender may go on with it.
    boolean imageMayGoOn() {
        return imageMayGoOn;
    }

    /// Why no block stands where the receipt ends, in a sentence.
    String whyNot(PrinterState state) {
        if (state.page()) {
            return "The receipt ends in page mode.";
        }
        if (state.macro()) {
            return "The receipt ends while a macro is being defined.";
        }
        if (!state.selected()) {
            return "The sender has switched the printer off (ESC =).";
        }
        if (state.raster()) {
            return "The receipt ends in Star's raster mode, where rows of dots are all that prints.";
        }
        if (state.modes().is(Modes.Mode.USER_SETTING)) {
            return "The receipt ends in user setting mode.";
        }
        if (state.modes().is(Modes.Mode.RULES)) {
            return "Vertical rules are drawn along the receipt.";
        }
        if (!standing(state).lineEmpty()) {
            return "The receipt's last line is not finished.";
        }
        return state.blockMayFollow()
                ? "The receipt's end went on to the printer before it could be told."
                : "The printer's state is not known, because no ESC @ came yet.";
    }

    private static boolean endsLine(Command command) {
        return switch (command) {
            case Mark.LineStart ignored -> true;
            case Mark.PrintPage ignored -> true;
            case Mark mark -> Paper.feeds(mark);
            case Setting.Initialize ignored -> true;
            case Cut ignored -> true;
            default -> false;
        };
    }

    /// Whether it draws at the beginning of a line only.
    private static boolean drawsAtLineBegin(Command command) {
        return switch (command) {
            case Mark.Raster ignored -> true;
            case Mark.PrintGraphics ignored -> true;
            case Mark.PrintImage ignored -> true;
            case Mark.PrintNvImage ignored -> true;
            case Mark.PrintKeyedGraphics ignored -> true;
            case Mark.Barcode ignored -> true;
            case Mark.PrintSymbol ignored -> true;
            case Mark.Drawing ignored -> true;
            case Command.Elided elided -> elided.row().kind().draws();
            default -> false;
        };
    }

    private static boolean isImage(Mark mark) {
        return switch (mark) {
            case Mark.Raster ignored -> true;
            case Mark.Row ignored -> true;
            case Mark.ColumnImage ignored -> true;
            case Mark.PrintGraphics ignored -> true;
            case Mark.PrintImage ignored -> true;
            default -> false;
        };
    }
}
