package slipstream.benchmarks;

import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.command.Grammar;

/// How many commands a stream has; a run of text is one.
final class Counting {
    private Counting() {}

    static long of(byte[] stream) {
        long[] commands = new long[1];
        var reader = new CommandReader(0, (command, offset) -> commands[0]++);
        new CommandDecoder(Grammar.ESC_POS, reader).feed(stream, 0, stream.length);
        reader.flush();
        return commands[0];
    }
}
