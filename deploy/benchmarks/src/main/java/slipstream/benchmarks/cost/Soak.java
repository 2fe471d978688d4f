package slipstream.benchmarks.cost;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// A million receipts through one process: every byte compared, and what the process holds watched from outside.
///
/// Five printers, a line each: three with a till that keeps its connection, one where four tills queue with a
/// connection
/// for each receipt, and one with two tills and a few receipts each. Of a thousand receipts five are paid by WeChat Pay
/// and asked about, a hundred are for the kitchen, the rest is paid in cash; one has a picture besides.
@Command(name = "soak", description = "Watches one box over a million receipts.", mixinStandardHelpOptions = true)
public final class Soak implements Callable<Integer> {
    private static final int LOOKS = 40;

    /// What Java warms up with is no leak.
    private static final int WARM = LOOKS / 4;

    /// After the last receipt; a till that waits for its printer may have one under way.
    private static final int PATIENCE_S = 60;

    private static final double FLAT = 0.05;

    /// Receipts of a connection that is kept.
    private static final int STANDING = 10_000;

    @Option(names = "--receipts", defaultValue = "1000000", description = "receipts (default: ${DEFAULT-VALUE})")
    private int receipts;

    @Option(names = "--launcher", required = true, description = "the launcher of the box: deploy/bin/slipstream")
    private Path launcher;

    private final List<Look> looks = new ArrayList<>();

    private Soak() {}

    /// Runs the command.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Soak()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var verdicts = new ArrayList<String>();
        Scratch.within(directory -> soak(directory, verdicts));
        verdicts.forEach(System.out::println);
        return verdicts.isEmpty() ? 0 : 1;
    }

    private void soak(Path directory, List<String> verdicts) throws IOException, InterruptedException {
        Path home = directory.resolve("box");
        var left = new AtomicInteger(receipts);
        List<CheckingPrinter> printers = new ArrayList<>();
        try (var payments = new Payments(directory)) {
            List<Tills> tills = new ArrayList<>();
            for (int perConnection : List.of(STANDING, STANDING, STANDING, 1, 5)) {
                printers.add(new CheckingPrinter());
                String name = "line-" + printers.size() + "-till-";
                tills.add(new Tills(name, Route.freePort(), perConnection, printers.getLast(), payments, left));
            }
            var lines = new StringBuilder();
            tills.forEach(line -> lines.append(line(line)));
            try (var box = Route.box(
                    "box", tills.getFirst().port(), launcher, home, lines.toString(), Optional.of(payments.api()))) {
                box.awaitService(home);
                tills.forEach(Tills::begin);
                watch(box.process().orElseThrow(), printers, verdicts);
            }
        } finally {
            for (CheckingPrinter printer : printers) {
                printer.close();
            }
        }
    }

    private static String line(Tills tills) {
        return """
                [[line]]
                name = "%s"
                [line.pos]
                listen = "127.0.0.1:%d"
                [line.printer]
                address = "127.0.0.1:%d"
                drain-ms = 10
                """.formatted(tills.name(), tills.port(), tills.printer().port());
    }

    private void watch(Process box, List<CheckingPrinter> printers, List<String> verdicts)
            throws IOException, InterruptedException {
        System.out.println("| receipts | resident, MB | heap, MB | threads | descriptors | sockets |");
        System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: |");
        long begun = System.nanoTime();
        long last = begun;
        long passed = 0;
        while (passed < receipts
                && printers.stream().allMatch(printer -> printer.wrong().isEmpty())) {
            TimeUnit.MILLISECONDS.sleep(200);
            long now = sum(printers, CheckingPrinter::right);
            if (now > passed) {
                last = System.nanoTime();
            } else if (System.nanoTime() - last > TimeUnit.SECONDS.toNanos(PATIENCE_S)) {
                verdicts.add(
                        "Nothing has come for a minute, " + sum(printers, CheckingPrinter::missing) + " are missing.");
                break;
            }
            passed = now;
            if (passed >= (long) receipts * (looks.size() + 1) / LOOKS) {
                looks.add(Look.at(box.toHandle(), passed));
                System.out.println(looks.getLast().row());
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "%n%,d receipts in %.0f s, %.0f a second, each byte for byte what was sent, %,d of them with a link.%n",
                passed, seconds, passed / seconds, sum(printers, CheckingPrinter::links));
        printers.forEach(printer -> verdicts.addAll(printer.wrong()));
        judge(verdicts);
    }

    private void judge(List<String> verdicts) {
        if (looks.size() < LOOKS) {
            return;
        }
        judge("resident memory, kB", Look::resident, verdicts);
        judge("heap after a collection, kB", Look::heap, verdicts);
        judge("threads", Look::threads, verdicts);
        judge("descriptors", Look::descriptors, verdicts);
        judge("sockets", Look::sockets, verdicts);
    }

    /// The first tenth after Java has warmed up beside the last, and the slope of all between.
    private void judge(String what, ToLongFunction<Look> figure, List<String> verdicts) {
        List<Look> warm = looks.subList(WARM, LOOKS);
        double first = mean(warm.subList(0, LOOKS / 10), figure);
        double end = mean(warm.subList(warm.size() - LOOKS / 10, warm.size()), figure);
        System.out.printf(
                "%s: %.0f at first, %.0f at last, slope %+.1f for 100,000 receipts%n",
                what, first, end, slope(warm, figure) * 100_000);
        if (end > first * (1 + FLAT) + 2) {
            verdicts.add("Grows: " + what + ".");
        }
    }

    private static double mean(List<Look> some, ToLongFunction<Look> figure) {
        return some.stream().mapToLong(figure).average().orElse(0);
    }

    /// By least squares.
    private static double slope(List<Look> some, ToLongFunction<Look> figure) {
        double middle = mean(some, Look::receipts);
        double height = mean(some, figure);
        double together = 0;
        double alone = 0;
        for (Look look : some) {
            together += (look.receipts() - middle) * (figure.applyAsLong(look) - height);
            alone += (look.receipts() - middle) * (look.receipts() - middle);
        }
        return together / alone;
    }

    private static long sum(List<CheckingPrinter> printers, ToLongFunction<CheckingPrinter> figure) {
        return printers.stream().mapToLong(figure).sum();
    }
}
