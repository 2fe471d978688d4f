package slipstream.escpos.codec;

import slipstream.escpos.command.Bytes;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.CommandRow;
import slipstream.escpos.command.Commands;

/// Values of commands of few bytes, without a body: streams say the same few hundred again and again.
///
/// Serves all threads at once: an entry is never changed, and one that another thread replaces is made again.
final class ShortCommands {
    private static final int PLACES = 1 << 10;
    private static final Entry[] ENTRIES = new Entry[PLACES];

    private record Entry(CommandRow row, long spelled, Command command) {}

    private ShortCommands() {}

    /// The command that the bytes from `from` to `to` spell.
    static Command of(CommandRow row, byte[] bytes, int from, int to) {
        if (to - from > Long.BYTES) {
            return made(row, bytes, from, to);
        }
        long spelled = 0;
        for (int at = from; at < to; at++) {
            spelled = spelled << Byte.SIZE | bytes[at] & 0xFF;
        }
        int place = (int) (spelled * 0x9E3779B97F4A7C15L >>> Long.SIZE - 10);
        Entry entry = ENTRIES[place];
        if (entry == null || entry.spelled != spelled || entry.row != row) {
            entry = new Entry(row, spelled, made(row, bytes, from, to));
            ENTRIES[place] = entry;
        }
        return entry.command;
    }

    private static Command made(CommandRow row, byte[] bytes, int from, int to) {
        Bytes head = Bytes.copy(bytes, from, to);
        return row == null ? new Command.Unrecognized(head) : Commands.of(row, head, Bytes.EMPTY);
    }
}
