package slipstream.benchmarks.cost;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/// A printer that compares every receipt with what its till sent: byte for byte, but for one block before feed and cut
/// where a payment was asked about. Each receipt bears a number, from `#` to the line's end.
final class CheckingPrinter implements AutoCloseable {
    private record Sent(byte[] body, boolean paid) {}

    private final ServerSocket listener;
    private final Map<String, Sent> sent = new ConcurrentHashMap<>();
    private final LongAdder right = new LongAdder();
    private final LongAdder links = new LongAdder();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    CheckingPrinter() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().name("printer").daemon().start(this::serve);
    }

    int port() {
        return listener.getLocalPort();
    }

    /// A receipt that will come.
    ///
    /// @param body all but feed and cut
    /// @param paid whether a block may stand between body and feed
    void expect(byte[] body, boolean paid) {
        sent.put(number(body), new Sent(body, paid));
    }

    /// How many came as they were sent.
    long right() {
        return right.sum();
    }

    /// How many of them had a block.
    long links() {
        return links.sum();
    }

    /// How many have not come yet.
    int missing() {
        return sent.size();
    }

    /// What was wrong, a sentence each.
    Queue<String> wrong() {
        return wrong;
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket job = listener.accept()) {
                read(job);
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    wrong.add("The connection to the printer broke: " + e.getMessage() + ".");
                }
            }
        }
    }

    private void read(Socket job) throws IOException {
        byte[] buffer = new byte[1 << 16];
        byte[] rest = new byte[0];
        for (int count = job.getInputStream().read(buffer);
                count >= 0;
                count = job.getInputStream().read(buffer)) {
            var all = new ByteArrayOutputStream();
            all.writeBytes(rest);
            all.write(buffer, 0, count);
            rest = receipts(all.toByteArray(), Math.max(0, rest.length - Sink.CUT.length));
        }
        if (rest.length > 0) {
            wrong.add(rest.length + " bytes came without a cut.");
        }
    }

    /// @param from where a cut can begin at the earliest
    /// @return what follows the last cut
    private byte[] receipts(byte[] bytes, int from) {
        int begun = 0;
        for (int at = from; at + Sink.CUT.length <= bytes.length; at++) {
            int end = at + Sink.CUT.length;
            if (bytes[at] == Sink.CUT[0] && Arrays.equals(bytes, at, end, Sink.CUT, 0, Sink.CUT.length)) {
                check(Arrays.copyOfRange(bytes, begun, at));
                begun = end;
                at = end - 1;
            }
        }
        return Arrays.copyOfRange(bytes, begun, bytes.length);
    }

    private void check(byte[] body) {
        String number = number(body);
        Sent wanted = sent.remove(number);
        if (wanted == null) {
            wrong.add("Receipt " + number + " came twice, or was never sent.");
            return;
        }
        int block = body.length - wanted.body.length;
        boolean begins = block >= 0 && Arrays.equals(body, 0, wanted.body.length, wanted.body, 0, wanted.body.length);
        if (!begins || block > 0 && !wanted.paid) {
            wrong.add("Receipt " + number + " has " + body.length + " bytes that are not the " + wanted.body.length
                    + " that were sent.");
            return;
        }
        right.increment();
        if (block > 0) {
            links.increment();
        }
    }

    private static String number(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 200), StandardCharsets.ISO_8859_1);
        int from = text.indexOf('#');
        int to = text.indexOf('\n', Math.max(0, from));
        return from < 0 || to < 0 ? "without a number" : text.substring(from, to);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
