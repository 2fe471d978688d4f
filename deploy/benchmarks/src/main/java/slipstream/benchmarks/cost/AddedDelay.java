package slipstream.benchmarks.cost;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import slipstream.cloudlink.service.gateway.wechat.simulator.Behaviour;

/// How long a receipt takes from the till's first byte until the printer has its last, by way of the box and by way
/// of `socat`, in one run on the same receipts.
///
/// Each receipt is one connection and one write, feed and cut included: the till gives the box no time to ask. The
/// box is a process of its own, started as `deploy/bin/slipstream bridge`.
@Command(name = "added-delay", description = "Measures the delay that the box adds.", mixinStandardHelpOptions = true)
public final class AddedDelay implements Callable<Integer> {
    private static final int WARM_UP = 300;

    @Option(names = "--receipts", defaultValue = "1000", description = "receipts each way (default: ${DEFAULT-VALUE})")
    private int receipts;

    @Option(names = "--launcher", required = true, description = "the launcher of the box: deploy/bin/slipstream")
    private Path launcher;

    private AddedDelay() {}

    /// Runs the command.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new AddedDelay()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Scratch.within(this::measureAll);
        return 0;
    }

    private void measureAll(Path directory) throws IOException, InterruptedException {
        Path home = directory.resolve("box");
        try (var printer = new Sink();
                var payments = new Payments(directory)) {
            System.out.printf(
                    "%d receipts each way, milliseconds until the printer has the cut%n%n%-34s %8s %8s %8s %8s%n",
                    receipts, "", "p50", "p99", "max", "links");
            try (var direct = Route.direct(printer)) {
                measure(direct, printer, payments, WARM_UP);
            }
            try (var socat = Route.socat(printer)) {
                measure(socat, printer, payments, WARM_UP);
            }
            withBox("box, service answers", home, printer, payments, WARM_UP);
            payments.platformIs(Behaviour.Kind.GARBAGE);
            withBox("box, platform answers garbage", home, printer, payments, WARM_UP);
            payments.platformIs(Behaviour.Kind.STALLED);
            withBox("box, platform stalls (budget 250)", home, printer, payments, 0);
            payments.stopService();
            try (var box = Route.box("box, service is gone", launcher, home, printer, Optional.of(payments.api()))) {
                measure(box, printer, payments, WARM_UP);
            }
        }
    }

    private void withBox(String name, Path home, Sink printer, Payments payments, int warmUp)
            throws IOException, InterruptedException {
        try (var box = Route.box(name, launcher, home, printer, Optional.of(payments.api()))) {
            box.awaitService(home);
            measure(box, printer, payments, warmUp);
        }
    }

    private void measure(Route route, Sink printer, Payments payments, int warmUp)
            throws IOException, InterruptedException {
        var took = new Delays();
        int links = 0;
        for (int i = -warmUp; i < receipts; i++) {
            var job = new ByteArrayOutputStream();
            job.writeBytes(Payments.receipt(payments.pay()));
            job.writeBytes(Sink.CUT);
            long begun = System.nanoTime();
            try (var till = route.connect()) {
                job.writeTo(till.getOutputStream());
                till.shutdownOutput();
                Sink.Arrival arrival = printer.next();
                if (arrival.bytes() < job.size()) {
                    throw new IllegalStateException(arrival.bytes() + " of " + job.size() + " bytes came");
                }
                if (i >= 0) {
                    took.add(arrival.at() - begun);
                    links += arrival.bytes() > job.size() ? 1 : 0;
                }
            }
        }
        System.out.printf(
                "%-34s %8.2f %8.2f %8.2f %8d%n", route.name(), took.part(0.5), took.part(0.99), took.part(1), links);
    }
}
