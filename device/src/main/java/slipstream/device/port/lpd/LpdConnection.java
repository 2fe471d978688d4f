package slipstream.device.port.lpd;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.tinylog.Logger;

/// One connection of an LPD client: a command, and of a job its files in any order (RFC 1179, 5 and 6).
///
/// Commands are told apart by their first octet and end with a line feed. An answer is one octet, 0 when all is well.
/// Data goes to the printer as it comes, so that a job that was sent cannot be taken back.
final class LpdConnection {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// From here on a length says only that it is not known: senders that do not count send such.
    private static final long UNCOUNTED = 0xFFFF_FFFFL;

    private static final int LONGEST_COMMAND = 1024;
    private static final int LARGEST_CONTROL_FILE = 64 * 1024;
    private static final int PRINT_WAITING = 1;
    private static final int RECEIVE_JOB = 2;
    private static final int SHORT_STATE = 3;
    private static final int LONG_STATE = 4;
    private static final int REMOVE_JOBS = 5;
    private static final int ABORT = 1;
    private static final int CONTROL_FILE = 2;
    private static final int DATA_FILE = 3;
    private static final int END = -1;
    private static final int DONE = 0;
    private static final int REFUSED = 1;

    private final Socket socket;
    private final InputStream in;
    private final Consumer<DataFile> printer;
    private final String name;

    /// How often each data file is to be printed, as far as control files have said.
    private final Map<String, Integer> wanted = new HashMap<>();

    /// How often each was printed.
    private final Map<String, Integer> printed = new HashMap<>();

    /// What each was.
    private final Map<String, Kept> kept = new HashMap<>();

    /// @param printer takes each data file as it begins
    LpdConnection(Socket socket, Consumer<DataFile> printer) throws IOException {
        this.socket = socket;
        this.printer = printer;
        in = new BufferedInputStream(socket.getInputStream());
        name = socket.getInetAddress().getHostAddress() + ":" + socket.getPort();
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
    }

    /// Answers until the client has gone or is not understood.
    void serve() throws IOException {
        int command = octet();
        String operands = command < 0 ? "" : line();
        switch (command) {
            case END -> {}
            case PRINT_WAITING, REMOVE_JOBS -> answer(true);
            case RECEIVE_JOB -> {
                answer(true);
                try {
                    files();
                } finally {
                    kept.values().forEach(Kept::erase);
                }
            }
            case SHORT_STATE, LONG_STATE -> state(operands);
            default -> refuse("begins with " + command + ", which is no command of LPD");
        }
    }

    private void files() throws IOException {
        boolean goesOn = true;
        while (goesOn) {
            int command = octet();
            String operands = command < 0 ? "" : line();
            goesOn = switch (command) {
                case END -> false;
                case ABORT -> answer(true);
                case CONTROL_FILE -> controlFile(operands);
                case DATA_FILE -> dataFile(operands);
                default -> refuse("sends " + command + " within a job, which is no command of LPD");
            };
        }
    }

    private boolean controlFile(String operands) throws IOException {
        long length = length(operands);
        if (length < 1 || length > LARGEST_CONTROL_FILE) {
            return refuse("announces a control file as \"" + operands + "\", expected 1 to " + LARGEST_CONTROL_FILE
                    + " bytes and a name");
        }
        answer(true);
        byte[] text = in.readNBytes((int) length);
        if (text.length < length || octet() > 0) {
            return refuse("ends its control file otherwise than announced");
        }
        wanted.putAll(ControlFile.copies(new String(text, StandardCharsets.ISO_8859_1)));
        boolean delivered = true;
        for (String file : kept.keySet()) {
            delivered &= copies(file);
        }
        return answer(delivered);
    }

    private boolean dataFile(String operands) throws IOException {
        long length = length(operands);
        if (length < 0) {
            return refuse("announces a data file as \"" + operands + "\", expected its bytes and a name");
        }
        answer(true);
        String file = operands.substring(operands.indexOf(' ') + 1);
        boolean counted = length > 0 && length < UNCOUNTED;
        var keeping = new Kept(in);
        kept.put(file, keeping);
        boolean delivered = print(file, keeping, counted, length) && copies(file);
        if (delivered && counted) {
            octet();
        }
        return answer(delivered) && counted;
    }

    /// Prints the copies of a file that are still wanted.
    private boolean copies(String file) {
        Kept source = kept.get(file);
        boolean delivered = true;
        while (delivered && printed.get(file) < wanted.getOrDefault(file, 1)) {
            if (!source.isWhole()) {
                Logger.warn("A file from {} is too long for copies; it is printed once.", name);
                return true;
            }
            delivered = print(file, source.copy(), true, source.length());
        }
        return delivered;
    }

    private boolean print(String file, InputStream data, boolean counted, long length) {
        var line = new DataFile(name, socket, data, counted, length);
        printer.accept(line);
        printed.merge(file, 1, Integer::sum);
        return line.await();
    }

    /// A number and a name, as `1024 dfA001till`.
    private static long length(String operands) {
        return operands.matches("[0-9]{1,18} .+") ? Long.parseLong(operands.substring(0, operands.indexOf(' '))) : -1;
    }

    private void state(String queue) throws IOException {
        String text = queue.split(" ")[0] + " is ready; nothing waits here.\n";
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private boolean refuse(String why) throws IOException {
        Logger.warn("The LPD client {} {}; it is refused.", name, why);
        return answer(false);
    }

    /// @return what it was given
    private boolean answer(boolean done) throws IOException {
        socket.getOutputStream().write(done ? DONE : REFUSED);
        return done;
    }

    private int octet() throws IOException {
        socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
        return in.read();
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        int next = octet();
        while (next >= 0 && next != '\n') {
            if (line.size() == LONGEST_COMMAND) {
                throw new IOException("a command without an end");
            }
            line.write(next);
            next = octet();
        }
        return line.toString(StandardCharsets.US_ASCII).strip();
    }
}
