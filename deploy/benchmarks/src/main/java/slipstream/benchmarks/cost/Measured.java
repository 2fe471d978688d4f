package slipstream.benchmarks.cost;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import slipstream.benchmarks.service.Processors;

/// What one route was found to cost, round by round.
final class Measured {
    private static final int MEGABYTE = 1_000_000;

    /// After the platform has been asked: the service decides and answers in some 5 ms.
    private static final Duration ANSWERED = Duration.ofMillis(40);

    private static final Duration LOST = Duration.ofSeconds(2);

    private final Route route;
    private final boolean asks;
    private final Sink printer;
    private final Payments payments;
    private final List<Double> textSpeed = new ArrayList<>();
    private final List<Double> rasterSpeed = new ArrayList<>();
    private final List<Double> textWork = new ArrayList<>();
    private final List<Double> rasterWork = new ArrayList<>();
    private final List<Double> rate = new ArrayList<>();
    private final Delays firstOfConnection = new Delays();
    private final Delays firstOfReceipt = new Delays();
    private final Delays cut = new Delays();
    private double receiptMillis;
    private int receipts;
    private int paid;
    private int links;

    /// @param asks whether it asks the service about payments
    Measured(Route route, boolean asks, Sink printer, Payments payments) {
        this.route = route;
        this.asks = asks;
        this.printer = printer;
        this.payments = payments;
    }

    /// What it has cost so far.
    Costs costs() {
        return new Costs(
                route.name(),
                median(textSpeed),
                median(rasterSpeed),
                median(rate),
                firstOfConnection,
                firstOfReceipt,
                cut,
                median(textWork),
                median(rasterWork),
                receiptMillis / Math.max(1, receipts),
                route.process().map(process -> Memory.of(process.toHandle())),
                paid,
                links);
    }

    /// One long connection, for that long.
    void text(byte[] stream, Duration time) throws IOException, InterruptedException {
        pass(stream, time, textSpeed, textWork);
    }

    /// The same with pictures.
    void raster(byte[] stream, Duration time) throws IOException, InterruptedException {
        pass(stream, time, rasterSpeed, rasterWork);
    }

    private void pass(byte[] stream, Duration time, List<Double> speeds, List<Double> works)
            throws IOException, InterruptedException {
        double before = work();
        long sent = 0;
        long came = 0;
        long begun = System.nanoTime();
        Sink.Arrival last = null;
        try (var till = route.connect()) {
            while (System.nanoTime() - begun < time.toNanos()) {
                till.getOutputStream().write(stream);
                sent += stream.length;
            }
            till.shutdownOutput();
            while (came < sent) {
                last = printer.next();
                came += last.bytes();
            }
            awaitEnd(till);
        }
        if (came != sent) {
            throw new IllegalStateException(route.name() + ": " + sent + " bytes sent, " + came + " came");
        }
        double megabytes = (double) sent / MEGABYTE;
        speeds.add(megabytes / ((last.at() - begun) / 1e9));
        works.add((work() - before) / megabytes);
    }

    /// Receipts that nobody asks about, a connection each, as fast as they go.
    void connections(int count) throws IOException, InterruptedException {
        byte[] receipt = whole(Payments.receipt("结账单", "现金 44.00\n"));
        double before = work();
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long connecting = System.nanoTime();
            try (var till = route.connect()) {
                till.getOutputStream().write(receipt);
                till.shutdownOutput();
                Sink.Arrival arrival = printer.next();
                expect(arrival.bytes() == receipt.length, arrival.bytes());
                firstOfConnection.add(arrival.first() - connecting);
                awaitEnd(till);
            }
        }
        rate.add(count / ((System.nanoTime() - begun) / 1e9));
        receiptMillis += work() - before;
        receipts += count;
    }

    /// Receipts that have been paid, on one connection; feed and cut come when the answer is there.
    void paid(int count) throws IOException, InterruptedException {
        try (var till = route.connect()) {
            for (int i = 0; i < count; i++) {
                byte[] receipt = Payments.receipt(payments.pay());
                long queries = payments.queries();
                long beginning = System.nanoTime();
                till.getOutputStream().write(receipt);
                awaitAnswer(queries);
                long cutting = System.nanoTime();
                till.getOutputStream().write(Sink.CUT);
                Sink.Arrival arrival = printer.next();
                long more = arrival.bytes() - receipt.length - Sink.CUT.length;
                expect(more == 0 || asks && more > 0, arrival.bytes());
                firstOfReceipt.add(arrival.first() - beginning);
                cut.add(arrival.at() - cutting);
                paid++;
                links += more > 0 ? 1 : 0;
            }
            till.shutdownOutput();
            awaitEnd(till);
        }
    }

    private void awaitAnswer(long queries) {
        long lost = System.nanoTime() + LOST.toNanos();
        while (asks && payments.queries() == queries && System.nanoTime() - lost < 0) {
            LockSupport.parkNanos(500_000);
        }
        LockSupport.parkNanos(ANSWERED.toNanos());
    }

    private static void awaitEnd(Socket till) throws IOException {
        till.getInputStream().transferTo(ByteArrayOutputStream.nullOutputStream());
    }

    private void expect(boolean right, long bytes) {
        if (!right) {
            throw new IllegalStateException(route.name() + ": a receipt came with " + bytes + " bytes");
        }
    }

    private double work() {
        return route.process()
                .map(process -> Processors.family(process.toHandle()))
                .orElse(0.0);
    }

    private static byte[] whole(byte[] receipt) {
        byte[] whole = Arrays.copyOf(receipt, receipt.length + Sink.CUT.length);
        System.arraycopy(Sink.CUT, 0, whole, receipt.length, Sink.CUT.length);
        return whole;
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().skip(figures.size() / 2).findFirst().orElse(0.0);
    }
}
