package slipstream.acceptance.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import slipstream.acceptance.fault.Accounts.End;

/// A till's connection to the box, for one receipt.
final class Till {
    private static final byte[] ASK = {0x10, 4, 4};

    private final Accounts accounts;
    private final String number;
    private byte[] receipt;
    private int at;
    private final Socket socket;
    private boolean sent;

    Till(Accounts accounts, String number, byte[] receipt, Socket socket) {
        this.accounts = accounts;
        this.number = number;
        this.receipt = receipt;
        this.socket = socket;
    }

    /// Sends half of it.
    Till begin() throws IOException {
        at = receipt.length / 2;
        socket.getOutputStream().write(receipt, 0, at);
        return this;
    }

    /// Asks in the middle of it how the paper is: DLE EOT 4.
    ///
    /// @return the answer
    int ask() throws IOException {
        byte[] more = Arrays.copyOf(receipt, receipt.length + ASK.length);
        System.arraycopy(ASK, 0, more, at, ASK.length);
        System.arraycopy(receipt, at, more, at + ASK.length, receipt.length - at);
        receipt = more;
        accounts.sends(number, receipt);
        at += ASK.length;
        socket.getOutputStream().write(ASK);
        return socket.getInputStream().read();
    }

    /// Sends the rest of it, and that it is all.
    Till send() {
        try {
            socket.getOutputStream().write(receipt, at, receipt.length - at);
            socket.shutdownOutput();
            sent = true;
        } catch (IOException ignored) {
            // Its end tells.
        }
        return this;
    }

    /// Waits until the other side sends no more.
    void awaitClosed() {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException ignored) {
            // Broken off.
        }
    }

    /// Waits for the connection's end.
    End end() {
        End end;
        try (socket) {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            end = sent ? End.ORDERLY : End.BROKEN;
        } catch (IOException ignored) {
            end = End.BROKEN;
        }
        accounts.ended(number, end);
        return end;
    }
}
