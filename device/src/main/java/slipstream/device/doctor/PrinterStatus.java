package slipstream.device.doctor;

import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.Optional;
import slipstream.device.port.Port;

/// What a printer says of itself: the answers to `DLE EOT n` (TM command reference, "DLE EOT"). Asking prints nothing.
///
/// @param printer the answer to n = 1
/// @param offline the answer to n = 2
/// @param error the answer to n = 3
/// @param paper the answer to n = 4
record PrinterStatus(int printer, int offline, int error, int paper) {
    private static final int DLE = 0x10;
    private static final int EOT = 0x04;

    /// Bits 0, 1, 4 and 7 of each answer are always 0, 1, 1 and 0.
    private static final int FIXED = 0x93;

    private static final int FIXED_VALUE = 0x12;
    private static final int AUTOMATIC = 0x10;
    private static final int XON = 0x11;
    private static final int XOFF = 0x13;

    /// Asks over a line that nobody else uses.
    ///
    /// @param wait how long each of four answers may take
    /// @return nothing when the printer leaves a question without an answer
    /// @throws ProtocolException when what comes is no printer's answer; the message is its first byte
    static Optional<PrinterStatus> ask(Port port, Duration wait) throws IOException {
        int[] answers = new int[4];
        for (int n = 1; n <= answers.length; n++) {
            port.write(new byte[] {DLE, EOT, (byte) n}, 0, 3);
            Optional<Integer> answer = answer(port, wait);
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            answers[n - 1] = answer.get();
        }
        return Optional.of(new PrinterStatus(answers[0], answers[1], answers[2], answers[3]));
    }

    /// The next answer. What a printer says unasked is passed over: automatic status, four bytes of which the first
    /// has bits 0, 1, 4 and 7 as 0, 0, 1 and 0 ("GS a"), and flow control.
    private static Optional<Integer> answer(Port port, Duration wait) throws IOException {
        long until = System.nanoTime() + wait.toNanos();
        byte[] one = new byte[1];
        int unasked = 0;
        for (long left = wait.toNanos(); left > 0; left = until - System.nanoTime()) {
            int length = port.read(one, Duration.ofNanos(left));
            if (length == Port.END) {
                return Optional.empty();
            }
            if (length == 0) {
                continue;
            }
            int fixed = one[0] & FIXED;
            if (unasked > 0) {
                unasked--;
            } else if (fixed == FIXED_VALUE) {
                return Optional.of(one[0] & 0xFF);
            } else if (fixed == AUTOMATIC) {
                unasked = 3;
            } else if (one[0] != XON && one[0] != XOFF) {
                throw new ProtocolException("%02X".formatted(one[0]));
            }
        }
        return Optional.empty();
    }

    boolean isOffline() {
        return (printer & 0x08) != 0;
    }

    boolean coverOpen() {
        return (offline & 0x04) != 0;
    }

    boolean paperOut() {
        return (paper & 0x60) != 0 || (offline & 0x20) != 0;
    }

    boolean paperLow() {
        return (paper & 0x0C) != 0;
    }

    boolean bladeStuck() {
        return (error & 0x08) != 0;
    }

    /// Needs the power off, or time to cool down.
    boolean failed() {
        return (error & 0x60) != 0;
    }
}
