package slipstream.escpos.codec;

import slipstream.escpos.command.CommandKind;
import slipstream.escpos.command.Grammar;

/// Finds real-time commands among data, where printers find them too: their recogniser sits in front of the
/// receive buffer and knows no command's length (TM command reference, "DLE EOT").
final class RealTimeScanner {
    private static final byte DLE = 0x10;

    private final CommandSink.SeeksRealTime sink;
    private final byte[] found = new byte[Grammar.LONGEST_HEAD];
    private Grammar grammar;
    private Grammar.Node node;
    private int held;

    RealTimeScanner(CommandSink.SeeksRealTime sink) {
        this.sink = sink;
    }

    /// Data begin: what was half found in others is none.
    void begin(Grammar dialect) {
        grammar = dialect;
        held = 0;
    }

    /// Looks through the next bytes of the data.
    void scan(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (held == 0) {
                at = Scan.find(DLE, bytes, at, to);
                if (at < to) {
                    first();
                    at++;
                }
            } else {
                take(bytes[at++]);
            }
        }
    }

    private void first() {
        found[0] = DLE;
        held = 1;
        node = grammar.root().next(DLE);
    }

    private void take(byte b) {
        if (!node.leaf()) {
            node = node.next(b);
            if (node == null || node.leaf() && node.row().kind() != CommandKind.REALTIME) {
                held = 0;
                if (b == DLE) {
                    first();
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
}
