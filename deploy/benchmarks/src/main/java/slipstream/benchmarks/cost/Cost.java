package slipstream.benchmarks.cost;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import slipstream.benchmarks.Job;

/// What the box costs beside `socat` and `haproxy`: whole processes on the same streams in one run.
///
/// All of them run all the time, and take turns in each round, so that a busy machine hurts them alike. Till and
/// printer are threads of this process.
@Command(name = "cost", description = "Measures what the box costs beside its peers.", mixinStandardHelpOptions = true)
public final class Cost implements Callable<Integer> {
    private static final int WARM_UP = 3;

    @Option(names = "--rounds", defaultValue = "9", description = "rounds (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--receipts", defaultValue = "150", description = "connections a round (default: ${DEFAULT-VALUE})")
    private int receipts;

    @Option(names = "--paid", defaultValue = "30", description = "paid receipts a round (default: ${DEFAULT-VALUE})")
    private int paid;

    @Option(names = "--launcher", required = true, description = "the launcher of the box: deploy/bin/slipstream")
    private Path launcher;

    private Cost() {}

    /// Runs the command.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Cost()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Scratch.within(this::measureAll);
        return 0;
    }

    private void measureAll(Path directory) throws IOException, InterruptedException {
        Path copying = Files.createDirectory(directory.resolve("copying"));
        Path asking = directory.resolve("box");
        try (var printer = new Sink();
                var payments = new Payments(directory);
                var direct = Route.direct(printer);
                var socat = Route.socat(printer);
                var haproxy = Route.haproxy(printer, directory);
                var copies = Route.box("box, copying", launcher, copying, printer, Optional.empty());
                var asks = Route.box("box, service", launcher, asking, printer, Optional.of(payments.api()))) {
            asks.awaitService(asking);
            measure(List.of(direct, socat, haproxy, copies), asks, printer, payments);
        }
    }

    private void measure(List<Route> plain, Route asks, Sink printer, Payments payments)
            throws IOException, InterruptedException {
        List<Measured> warmUp = routes(plain, asks, printer, payments);
        for (int i = 0; i < WARM_UP; i++) {
            round(warmUp);
        }
        List<Measured> measured = routes(plain, asks, printer, payments);
        for (int i = 0; i < rounds; i++) {
            System.err.printf("\rround %d of %d ", i + 1, rounds);
            round(measured);
        }
        System.err.println();
        print(measured.stream().map(Measured::costs).toList(), System.out);
    }

    private static List<Measured> routes(List<Route> plain, Route asks, Sink printer, Payments payments) {
        List<Measured> all = new ArrayList<>();
        plain.forEach(route -> all.add(new Measured(route, false, printer, payments)));
        all.add(new Measured(asks, true, printer, payments));
        return all;
    }

    private void round(List<Measured> routes) throws IOException, InterruptedException {
        byte[] text = Job.UNPAID.stream();
        byte[] raster = picture();
        Duration time = Duration.ofMillis(500);
        for (Measured route : routes) {
            route.text(text, time);
        }
        for (Measured route : routes) {
            route.raster(raster, time);
        }
        for (Measured route : routes) {
            route.connections(receipts);
        }
        for (Measured route : routes) {
            route.paid(paid);
        }
    }

    /// Pictures without end: paper of one that is cut would be waited for.
    private static byte[] picture() {
        byte[] receipt = Job.RASTER.receipt();
        var picture = new ByteArrayOutputStream();
        picture.write(receipt, 0, receipt.length - 7);
        return picture.toByteArray();
    }

    private static void print(List<Costs> all, PrintStream out) {
        out.println("| way | text, MB/s | raster, MB/s | receipts/s | text, ms/MB | raster, ms/MB | ms/receipt |");
        out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (Costs way : all) {
            out.printf("| %s | %.0f | %.0f | %.0f |", way.name(), way.textSpeed(), way.rasterSpeed(), way.rate());
            if (way.memory().isPresent()) {
                out.printf(" %.2f | %.2f | %.2f |%n", way.textWork(), way.rasterWork(), way.receiptWork());
            } else {
                out.println(" | | |");
            }
        }
        out.println();
        out.println("| way | first byte, new connection | standing connection | at the cut | links |");
        out.println("| --- | ---: | ---: | ---: | ---: |");
        for (Costs way : all) {
            out.printf(
                    "| %s | %s | %s | %s | %s |%n",
                    way.name(),
                    delays(way.firstOfConnection()),
                    delays(way.firstOfReceipt()),
                    delays(way.cut()),
                    way.links() == 0 ? "" : way.links() + " of " + way.paid());
        }
        out.println();
        out.println("| way | resident, MB | at most | shared pages by share |");
        out.println("| --- | ---: | ---: | ---: |");
        for (Costs way : all) {
            way.memory()
                    .ifPresent(memory -> out.printf(
                            "| %s | %.1f | %.1f | %.1f |%n",
                            way.name(),
                            memory.resident() / 1024.0,
                            memory.most() / 1024.0,
                            memory.proportional() / 1024.0));
        }
    }

    private static String delays(Delays of) {
        return "%.2f / %.2f / %.2f".formatted(of.part(0.5), of.part(0.99), of.part(1));
    }
}
