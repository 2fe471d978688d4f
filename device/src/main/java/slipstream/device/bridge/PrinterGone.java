package slipstream.device.bridge;

import java.io.IOException;
import java.io.UncheckedIOException;

/// The printer takes no more bytes: nobody's fault, and nothing to be repaired by copying on.
final class PrinterGone extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    PrinterGone(IOException cause) {
        super(cause);
    }
}
