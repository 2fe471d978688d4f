package slipstream.escpos.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Setting;

/// What `GS :` defines and `GS ^` prints again. Commands past 512 are not kept; printers keep 2 KB.
final class Macro {
    private static final int LIMIT = 512;

    private final List<Command> commands = new ArrayList<>();
    private boolean replaying;

    /// A definition begins.
    void begin() {
        if (!replaying) {
            commands.clear();
        }
    }

    /// Takes a command that came while a definition was open.
    void add(Command command) {
        if (commands.size() < LIMIT && !(command instanceof Setting.MacroDefinition)) {
            commands.add(command);
        }
    }

    /// Hands on all commands, `times` times. A macro within itself does nothing.
    void replay(int times, Consumer<Command> next) {
        if (replaying) {
            return;
        }
        replaying = true;
        for (int i = 0; i < times; i++) {
            commands.forEach(next);
        }
        replaying = false;
    }
}
