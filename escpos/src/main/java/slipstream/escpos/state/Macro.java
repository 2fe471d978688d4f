package slipstream.escpos.state;

import java.util.ArrayList;
import java.util.List;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Mark;
import slipstream.escpos.command.Setting;
import slipstream.escpos.command.Text;

/// What `GS :` defined and `GS ^` executes. A command beyond 2,048 bytes is not stored, as printers store none.
///
/// @param body the commands, in order
/// @param bytes how many bytes they take, about: settings count as three
public record Macro(List<Command> body, int bytes) implements Part {
    /// Nothing is defined.
    public static final Macro EMPTY = new Macro(List.of(), 0);

    private static final int MOST_BYTES = 2048;

    Macro with(Command command) {
        int more = bytes + length(command);
        if (more > MOST_BYTES) {
            return this;
        }
        List<Command> longer = new ArrayList<>(body);
        longer.add(command);
        return new Macro(List.copyOf(longer), more);
    }

    private static int length(Command command) {
        return switch (command) {
            case Text text -> text.bytes().length();
            case Mark.LineFeed ignored -> 1;
            case Mark.Tab ignored -> 1;
            case Mark.ColumnImage image -> 5 + image.data().length();
            case Mark.Barcode barcode -> 4 + barcode.data().length();
            case Setting.StoreSymbol symbol -> 8 + symbol.data().length();
            case Setting.StoreGraphics graphics -> 15 + graphics.data().length();
            case Setting.DefineImage image -> 4 + image.data().length();
            case Setting.DefineCharacters characters ->
                2 + characters.definition().length();
            case Command.Elided ignored -> MOST_BYTES + 1;
            default -> 3;
        };
    }
}
