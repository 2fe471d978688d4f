package slipstream.escpos.codec;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import slipstream.escpos.command.Bytes;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.CommandRow;
import slipstream.escpos.command.Commands;
import slipstream.escpos.command.Shape;
import slipstream.escpos.command.Text;

/// Makes values of what a decoder tells.
///
/// Each command is handed on once it is whole; a run of text once a command follows it, or [#flush]. A body
/// longer than the limit, or of an impossible length, is counted, not kept, and handed on as [Command.Elided]; a
/// command that the stream
/// breaks off is never handed on. How the stream was sliced makes no difference. Text and bodies may hold secrets: no
/// copy stays here once they were handed on.
public final class CommandReader implements CommandSink {
    private static final int TEXT_LIMIT = 4096;

    /// Who takes the commands.
    @FunctionalInterface
    public interface Listener {
        /// Takes a command that begins `offset` bytes into the stream.
        void command(Command command, long offset);
    }

    private final int bodyLimit;
    private final Listener next;
    private final byte[] run = new byte[TEXT_LIMIT];
    private final Kept body = new Kept();
    private CommandRow row;
    private Bytes head;
    private long bodyBytes;
    private boolean lost;
    private long told;
    private int runLength;
    private long runOffset;
    private long offset;

    /// A reader that hands commands to `next`.
    ///
    /// @param bodyLimit the longest body to keep, in bytes
    public CommandReader(int bodyLimit, Listener next) {
        this.bodyLimit = bodyLimit;
        this.next = next;
    }

    /// The table's row of the command that is being handed on; of no meaning for text, null for what no table knows.
    public CommandRow row() {
        return row;
    }

    /// Hands on the text that has come so far, because nothing may follow it.
    public void flush() {
        if (runLength > 0) {
            var text = new Text(Bytes.copy(run, 0, runLength));
            Arrays.fill(run, 0, runLength, (byte) 0);
            runLength = 0;
            next.command(text, runOffset);
        }
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (runLength == 0) {
                runOffset = told;
            }
            int slice = Math.min(to - at, TEXT_LIMIT - runLength);
            System.arraycopy(bytes, at, run, runLength, slice);
            runLength += slice;
            at += slice;
            told += slice;
            if (runLength == TEXT_LIMIT) {
                flush();
            }
        }
    }

    @Override
    public void command(CommandRow row, byte[] bytes, int from, int to, long declared) {
        flush();
        offset = told;
        told += to - from;
        this.row = row;
        if (declared == 0) {
            next.command(ShortCommands.of(row, bytes, from, to), offset);
            return;
        }
        head = Bytes.copy(bytes, from, to);
        bodyBytes = 0;
        body.erase();
        lost = declared == UNKNOWN && row.shape() instanceof Shape.Counted;
    }

    @Override
    public void body(byte[] bytes, int from, int to) {
        bodyBytes += to - from;
        told += to - from;
        if (bodyBytes <= bodyLimit) {
            body.write(bytes, from, to - from);
        }
    }

    @Override
    public void end() {
        Command command = bodyBytes <= bodyLimit && !lost
                ? Commands.of(row, head, Bytes.copy(body.toByteArray()))
                : new Command.Elided(row, head, bodyBytes);
        body.erase();
        next.command(command, offset);
    }

    @Override
    public void wire(byte[] bytes, int from, int to) {}

    /// The body so far.
    private static final class Kept extends ByteArrayOutputStream {
        void erase() {
            Arrays.fill(buf, 0, count, (byte) 0);
            reset();
        }
    }
}
