package slipstream.escpos.state;

import slipstream.escpos.command.Command;
import slipstream.escpos.command.Cut;
import slipstream.escpos.command.Mark;
import slipstream.escpos.command.Setting;
import slipstream.escpos.command.Text;
import slipstream.escpos.state.Modes.Mode;

/// What each command does to the state of a printer that takes it.
final class Effects {
    private Effects() {}

    static PrinterState after(PrinterState state, Command command) {
        if (command instanceof Setting.Peripheral peripheral) {
            return state.with(Mode.DESELECTED, (peripheral.n() & 1) == 0);
        }
        boolean settles = command instanceof Setting.Initialize && !state.knows(Fact.DESTINATION);
        if (!state.selected() && !settles) {
            return state;
        }
        if (state.raster()) {
            return RasterMode.after(state, command);
        }
        PrinterState next = effect(state, command);
        return state.macro() && next.macro() ? stored(next, command) : next;
    }

    private static PrinterState effect(PrinterState state, Command command) {
        return switch (command) {
            case Text ignored -> state.withLineEmpty(false);
            case Setting setting -> Settings.after(state, setting);
            case Mark mark -> Marks.after(state, mark);
            case Cut cut -> cut(state, cut);
            case Command.RealTime realTime -> realTime(state, realTime);
            case Command.Other other -> other(state, other);
            case Command.Elided elided -> elided.row().kind().draws() ? state.withLineEmpty(true) : state;
            case Command.Unrecognized ignored -> state;
        };
    }

    private static PrinterState stored(PrinterState state, Command command) {
        boolean stays = command instanceof Setting.MacroDefinition || command instanceof Command.RealTime;
        return stays ? state : state.with(state.macroBody().with(command));
    }

    /// A reserved cut is one that is still to come.
    private static PrinterState cut(PrinterState state, Cut cut) {
        return state.page() || !state.takes(cut)
                ? state
                : state.withLineEmpty(true).with(Mode.RESERVED_CUT, cut.form() == Cut.Form.RESERVED);
    }

    /// `DLE ENQ 2` and `3`, `DLE DC4 8`: what was sent before may be thrown away, nobody can say from where on.
    private static PrinterState realTime(PrinterState state, Command.RealTime command) {
        int fn = command.head().at(2);
        boolean clears = switch (command.row().mnemonic()) {
            case "DLE ENQ" -> fn == 2 || fn == 3;
            case "DLE DC4" -> fn == 8;
            default -> false;
        };
        return clears ? state.with(new Doubts(Fact.ALL)) : state;
    }

    private static PrinterState other(PrinterState state, Command.Other other) {
        return switch (other.row().mnemonic()) {
            case "CAN" -> state.page() ? state.withLineEmpty(true) : state;
            case "ESC ?" ->
                state.with(state.memory()
                        .without(Memory.character(
                                state.style().font(), other.head().at(2))));
            default -> state;
        };
    }
}
