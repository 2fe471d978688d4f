package slipstream.escpos.state;

import slipstream.escpos.command.Command;
import slipstream.escpos.command.Mark;
import slipstream.escpos.command.Setting;
import slipstream.escpos.command.Text;

/// Follows the state of one printer, and makes few states doing it: a step that it has met is not taken again.
///
/// A till says the same commands in the same states receipt after receipt. [PrinterState#after] is what the steps
/// are; which of them are remembered changes nothing but the time they take. Memory is bounded. Not safe for use by
/// two threads at once.
public final class StateFollower {
    private static final int STEP_BITS = 10;
    private static final int STATE_BITS = 6;
    private static final int SPREAD = 0x9E3779B9;

    /// All text does the same to a state, unless a macro keeps it.
    private static final Command ANY_TEXT = new Mark.Tab();

    private final PrinterState[] from = new PrinterState[1 << STEP_BITS];
    private final Command[] commands = new Command[1 << STEP_BITS];
    private final PrinterState[] to = new PrinterState[1 << STEP_BITS];
    private final PrinterState[] states = new PrinterState[1 << STATE_BITS];

    /// A follower that has met nothing yet.
    public StateFollower() {}

    /// As [PrinterState#after]; equal, though not always the same.
    public PrinterState after(PrinterState state, Command command) {
        Command step = command instanceof Text ? ANY_TEXT : command;
        int place = (31 * System.identityHashCode(state) + System.identityHashCode(step)) * SPREAD >>> 32 - STEP_BITS;
        if (from[place] == state && commands[place] == step) {
            return to[place];
        }
        PrinterState next = state.after(command);
        if (state.macro() || keepsData(command)) {
            return next;
        }
        from[place] = state;
        commands[place] = step;
        to[place] = known(next);
        return to[place];
    }

    /// Forgets the steps between states in which a printer keeps something: data of symbols may be somebody's.
    public void forgetKept() {
        for (int place = 0; place < from.length; place++) {
            if (from[place] != null && (from[place].memory() != Memory.EMPTY || to[place].memory() != Memory.EMPTY)) {
                from[place] = null;
                commands[place] = null;
                to[place] = null;
            }
        }
        for (int place = 0; place < states.length; place++) {
            if (states[place] != null && states[place].memory() != Memory.EMPTY) {
                states[place] = null;
            }
        }
    }

    /// Commands that are made anew each time, and may be long, are not worth remembering.
    private static boolean keepsData(Command command) {
        return switch (command) {
            case Text ignored -> false;
            case Mark.LineFeed ignored -> false;
            case Mark.Feed ignored -> false;
            case Mark.FeedLines ignored -> false;
            case Mark ignored -> true;
            case Setting.SymbolSetting ignored -> true;
            case Setting.StoreSymbol ignored -> true;
            case Setting.StoreGraphics ignored -> true;
            case Setting.DefineCharacters ignored -> true;
            case Setting.DefineImage ignored -> true;
            case Setting.DefineNvImages ignored -> true;
            case Setting.DefineGraphics ignored -> true;
            case Setting ignored -> false;
            default -> true;
        };
    }

    /// The state that was met before and equals `state`, so that later steps find it again.
    private PrinterState known(PrinterState state) {
        int place = state.hashCode() * SPREAD >>> 32 - STATE_BITS;
        if (!state.equals(states[place])) {
            states[place] = state;
        }
        return states[place];
    }
}
