package slipstream.escpos.codec;

import slipstream.escpos.command.Grammar;

/// The first bytes of a command that is not decided yet: the only ones that a decoder holds.
final class Head {
    private final CommandSink sink;
    private final byte[] bytes = new byte[Grammar.LONGEST_HEAD];
    private int length;
    private int gone;

    Head(CommandSink sink) {
        this.sink = sink;
    }

    void add(byte b) {
        bytes[length++] = b;
    }

    /// Holds the bytes, to be read during the call only.
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    boolean isEmpty() {
        return length == 0;
    }

    /// How many bytes have been taken and not passed on.
    int held() {
        return length - gone;
    }

    boolean partlyGone() {
        return gone > 0;
    }

    /// Passes on what is held; it stays the beginning of its command.
    void release() {
        if (length > gone) {
            sink.wire(bytes, gone, length);
            gone = length;
        }
    }

    /// Passes on what is held, and begins anew.
    void pass() {
        release();
        length = 0;
        gone = 0;
    }
}
