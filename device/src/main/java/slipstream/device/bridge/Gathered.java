package slipstream.device.bridge;

import java.util.Arrays;
import slipstream.escpos.inject.Output;

/// Bytes for the printer, gathered as long as our own code works on what came, and then sent at once: a decoder passes
/// on run by run, and a call of the system for each would cost more than all the rest.
///
/// Whoever waits for anything calls [#flush] first. Under the session's lock.
final class Gathered implements Output {
    private final Output printer;
    private final byte[] bytes = new byte[16 * 1024];
    private int length;

    Gathered(Output printer) {
        this.printer = printer;
    }

    @Override
    public void write(byte[] more, int from, int to) {
        if (to - from > bytes.length - length) {
            flush();
        }
        if (to - from >= bytes.length) {
            printer.write(more, from, to);
            return;
        }
        System.arraycopy(more, from, bytes, length, to - from);
        length += to - from;
    }

    /// Sends what has been gathered; what the printer does not take is gone with it.
    void flush() {
        int all = length;
        length = 0;
        if (all > 0) {
            try {
                printer.write(bytes, 0, all);
            } finally {
                Arrays.fill(bytes, 0, all, (byte) 0);
            }
        }
    }
}
