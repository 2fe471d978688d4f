package slipstream.escpos.state;

import slipstream.escpos.command.Command;
import slipstream.escpos.command.Cut;
import slipstream.escpos.command.Mark;
import slipstream.escpos.command.Setting;
import slipstream.escpos.state.Modes.Mode;

/// Star's raster mode, in which rows of dots are all that prints (Star line mode command specifications, "ESC * r").
///
/// The line counts as empty while no row has come since the last end. What the paper does at an end can be set only
/// then, and an end without rows is none. Rows print as they come: what `ESC * r C` throws away has not come out yet,
/// and nobody but the printer knows how much that is.
final class RasterMode {
    private static final String PLACE = "raster ";

    /// A feed to the blade, and a cut that leaves the paper hanging by a point.
    private static final int AT_POWER_ON = 13;

    private RasterMode() {}

    /// What a command does within the mode; what neither draws nor ends it does nothing.
    static PrinterState after(PrinterState state, Command command) {
        return switch (command) {
            case Setting.Initialize initialize -> Settings.after(state, initialize);
            case Setting.RasterMode mode -> mode(state, mode.fn());
            case Setting.RasterCut cut ->
                state.lineEmpty() ? state.with(state.memory().with(PLACE + (char) cut.end(), cut)) : state;
            case Mark.Row ignored -> state.withLineEmpty(false);
            case Mark.RasterEnd ignored -> state.withLineEmpty(true);
            default -> state;
        };
    }

    /// The mode begins; what is pending is printed.
    static PrinterState entered(PrinterState state) {
        return state.with(Mode.RASTER, true)
                .with(state.memory().only(place -> !place.startsWith(PLACE)))
                .withLineEmpty(true);
    }

    private static PrinterState mode(PrinterState state, int fn) {
        return switch (fn) {
            case 'B' -> state.with(Mode.RASTER, false).withLineEmpty(true);
            case 'C' -> state.withLineEmpty(true);
            case 'R' -> entered(state);
            default -> state;
        };
    }

    /// How the paper is cut by an end, or by leaving the mode with rows that no end has followed; null if not at all.
    /// The tear bar stands for a blade.
    static Cut cut(PrinterState state, Command command) {
        int end = end(command);
        if (end == 0 || state.lineEmpty()) {
            return null;
        }
        int set = state.memory().get(PLACE + (char) end) instanceof Setting.RasterCut cut ? cut.n() : 0;
        return switch (set == 0 ? AT_POWER_ON : set) {
            case 8 -> new Cut(Cut.Form.HERE, true, 0);
            case 9 -> new Cut(Cut.Form.FEED, true, 0);
            case 12 -> new Cut(Cut.Form.HERE, false, 0);
            case 3, AT_POWER_ON -> new Cut(Cut.Form.FEED, false, 0);
            default -> null;
        };
    }

    /// Which of the ends a command is, as [Setting.RasterCut] has it; 0 for none.
    private static int end(Command command) {
        return switch (command) {
            case Mark.RasterEnd end -> end.n() == 0 ? 'F' : end.n() == 4 ? 'E' : 'e';
            case Setting.RasterMode mode -> mode.fn() == 'B' ? 'E' : 0;
            default -> 0;
        };
    }
}
