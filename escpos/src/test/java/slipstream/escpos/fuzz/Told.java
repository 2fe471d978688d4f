package slipstream.escpos.fuzz;

import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.command.CommandRow;

/// What a decoder tells, as one number that slices do not change, and a check that every byte passes once, in order.
final class Told implements CommandSink {
    private byte[] fed;
    private int passed;
    private long digest;
    private boolean inText;

    /// Begins anew, for the stream that is `bytes` from `from` on.
    void begin(byte[] bytes, int from) {
        fed = bytes;
        passed = from;
        digest = 1;
        inText = false;
    }

    /// How far the stream has passed, from the beginning of its array.
    int passed() {
        return passed;
    }

    long digest() {
        return digest;
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        if (!inText) {
            inText = true;
            mix(0x7E87);
        }
        mix(bytes, from, to);
    }

    @Override
    public void command(CommandRow row, byte[] bytes, int from, int to, long body) {
        inText = false;
        mix(row == null ? 0 : System.identityHashCode(row));
        mix(bytes, from, to);
        mix(body);
    }

    @Override
    public void body(byte[] bytes, int from, int to) {
        mix(bytes, from, to);
    }

    @Override
    public void end() {
        mix(0xE2D);
    }

    @Override
    public void wire(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++, passed++) {
            if (passed >= fed.length || bytes[i] != fed[passed]) {
                throw new AssertionError("byte %d is not what was fed: %02X".formatted(passed, bytes[i]));
            }
        }
    }

    private void mix(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            mix(bytes[i]);
        }
    }

    private void mix(long value) {
        digest = (digest ^ value) * 0x9E3779B97F4A7C15L;
        digest ^= digest >>> 29;
    }
}
