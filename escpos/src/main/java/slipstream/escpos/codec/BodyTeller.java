package slipstream.escpos.codec;

import slipstream.escpos.command.Grammar;

/// Tells a sink of the bytes of a body, and of the real-time commands among them if it asks for those.
final class BodyTeller {
    private final CommandSink sink;
    private final Runnable ended;
    private final RealTimeScanner realTime;

    /// @param ended run when a body is over, after the sink was told
    BodyTeller(CommandSink sink, Runnable ended) {
        this.sink = sink;
        this.ended = ended;
        realTime = sink instanceof CommandSink.SeeksRealTime seeks ? new RealTimeScanner(seeks) : null;
    }

    /// A body begins, in the words of `grammar`.
    void begin(Grammar grammar) {
        if (realTime != null) {
            realTime.begin(grammar);
        }
    }

    void tell(byte[] bytes, int from, int to) {
        sink.body(bytes, from, to);
        if (realTime != null) {
            realTime.scan(bytes, from, to);
        }
    }

    void pass(byte[] bytes, int from, int to) {
        sink.wire(bytes, from, to);
    }

    void tellAndPass(byte[] bytes, int from, int to) {
        tell(bytes, from, to);
        pass(bytes, from, to);
    }

    /// Tells one byte, and the end if it is the last, and passes it on.
    ///
    /// @return where the next byte stands
    int one(byte[] bytes, int at, boolean last) {
        tell(bytes, at, at + 1);
        if (last) {
            end();
        }
        pass(bytes, at, at + 1);
        return at + 1;
    }

    void end() {
        sink.end();
        ended.run();
    }

    /// The byte at `at` is no part of the command: nothing is left to pass on after its end.
    ///
    /// @return where that byte stands
    int endBefore(byte[] bytes, int at) {
        end();
        pass(bytes, at, at);
        return at;
    }
}
