package slipstream.escpos.inject;

import slipstream.escpos.command.Command;
import slipstream.escpos.command.Cut;
import slipstream.escpos.command.Mark;
import slipstream.escpos.profile.Quirk;
import slipstream.escpos.state.PrinterState;

/// How the paper moves, on the printer at hand.
final class Paper {
    private int behindDots;
    private boolean afterRaster;

    /// Whether a command only moves the paper, printing the line that is pending.
    static boolean feeds(Mark mark) {
        return switch (mark) {
            case Mark.LineFeed ignored -> true;
            case Mark.CarriageReturn ignored -> true;
            case Mark.FormFeed ignored -> true;
            case Mark.Feed ignored -> true;
            case Mark.FeedLines ignored -> true;
            default -> false;
        };
    }

    /// How far a command of pure movement feeds, in dots; negative is backwards.
    int feedDots(PrinterState state, Mark mark) {
        boolean ignored = mark instanceof Mark.Feed && state.profile().has(Quirk.IGNORES_ESC_J)
                || mark instanceof Mark.LineFeed && swallowsLineFeed(state);
        return ignored ? 0 : state.feedDots(mark);
    }

    /// Follows a command that feeds so far.
    void carriedOut(Command command, int feedDots) {
        behindDots = command instanceof Cut ? 0 : Math.max(0, behindDots - feedDots);
        afterRaster = command instanceof Mark.Raster
                || command instanceof Command.Elided elided
                        && elided.row().mnemonic().equals("GS v 0");
    }

    /// How far the sender has fed back above what is printed.
    int behindDots() {
        return behindDots;
    }

    /// Whether the printer will swallow a line feed that comes next.
    boolean swallowsLineFeed(PrinterState state) {
        return afterRaster && state.profile().has(Quirk.SWALLOWS_LF_AFTER_RASTER);
    }

    /// Whether a cut feeds what is printed to the blade by itself.
    static boolean feedsToBlade(Cut cut, PrinterState state) {
        return cut.form() != Cut.Form.HERE || state.profile().has(Quirk.FEEDS_BEFORE_ANY_CUT);
    }
}
