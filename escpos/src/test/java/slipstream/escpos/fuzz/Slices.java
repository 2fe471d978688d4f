package slipstream.escpos.fuzz;

/// A fuzzer's input: a stream, and how it comes in slices. The first two bytes say how; the rest is the stream.
///
/// @param bytes the input
record Slices(byte[] bytes) {
    /// Where the stream begins in the input.
    static final int STREAM = 2;

    /// Who takes the slices.
    @FunctionalInterface
    interface Taker {
        void take(byte[] bytes, int from, int to);
    }

    byte[] stream() {
        return java.util.Arrays.copyOfRange(bytes, Math.min(STREAM, bytes.length), bytes.length);
    }

    /// Hands over the stream in slices of two lengths, 1 to 16 bytes each, by turns. When the input says so, `quiet`
    /// is called between them.
    void each(Taker taker, Runnable quiet) {
        int first = bytes.length > 0 ? bytes[0] : 0;
        int second = bytes.length > 1 ? bytes[1] : 0;
        boolean pauses = first < 0;
        int length = 1 + (first & 15);
        int next = 1 + (second & 15);
        for (int at = STREAM; at < bytes.length; ) {
            int to = Math.min(bytes.length, at + length);
            taker.take(bytes, at, to);
            if (pauses) {
                quiet.run();
            }
            at = to;
            int swap = length;
            length = next;
            next = swap;
        }
    }
}
