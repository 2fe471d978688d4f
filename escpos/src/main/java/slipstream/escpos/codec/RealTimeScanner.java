package slipstream.escpos.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import slipstream.escpos.command.CommandKind;
import slipstream.escpos.command.Grammar;

/// Finds real-time commands among data, where printers find them too: their recogniser sits in front of the
/// receive buffer and knows no command's length (TM command reference, "DLE EOT").
final class RealTimeScanner {
    private static final byte DLE = 0x10;
    private static final long EACH_BYTE = 0x0101010101010101L;
    private static final long EACH_DLE = DLE * EACH_BYTE;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final CommandSink sink;
    private final byte[] found = new byte[Grammar.LONGEST_HEAD];
    private Grammar.Node node;
    private int held;

    RealTimeScanner(CommandSink sink) {
        this.sink = sink;
    }

    /// Data begin or end: what was half found is none.
    void reset() {
        held = 0;
    }

    /// Looks through the next bytes of the data.
    void scan(Grammar grammar, byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (held == 0) {
                at = nextDle(bytes, at, to);
                if (at < to) {
                    begin(grammar);
                    at++;
                }
            } else {
                take(grammar, bytes[at++]);
            }
        }
    }

    private void begin(Grammar grammar) {
        found[0] = DLE;
        held = 1;
        node = grammar.root().next(DLE);
    }

    private void take(Grammar grammar, byte b) {
        if (!node.leaf()) {
            node = node.next(b);
            if (node == null || node.leaf() && node.row().kind() != CommandKind.REALTIME) {
                held = 0;
                if (b == DLE) {
                    begin(grammar);
                }
                return;
            }
        }
        found[held++] = b;
        if (node.leaf() && held == node.row().shape().head()) {
            sink.realTime(node.row(), found, 0, held);
            held = 0;
        }
    }

    /// Eight bytes at a time: images are long, and few of their bytes are DLE.
    private static int nextDle(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long zeroWhereDle = (long) LONGS.get(bytes, at) ^ EACH_DLE;
            long marks = zeroWhereDle - EACH_BYTE & ~zeroWhereDle & EACH_BYTE << 7;
            if (marks != 0) {
                return at + Long.numberOfTrailingZeros(marks) / Byte.SIZE;
            }
        }
        while (at < to && bytes[at] != DLE) {
            at++;
        }
        return at;
    }
}
