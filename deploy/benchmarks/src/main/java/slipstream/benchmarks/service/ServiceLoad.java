package slipstream.benchmarks.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import slipstream.acceptance.stage.Postgres;
import slipstream.cloudlink.service.config.Configuration;
import slipstream.cloudlink.service.config.DatabaseAddress;

/// Questions of boxes, answered on SQLite and on PostgreSQL, beside `pgbench` running the statements of one of them
/// on the same PostgreSQL in the same run. The platform has been asked before: what is measured is our own work.
///
/// Boxes, service and database share this machine's cores, and the service shares its Java with the boxes.
@Command(name = "service-load", description = "Measures how fast the service answers.", mixinStandardHelpOptions = true)
public final class ServiceLoad implements Callable<Integer> {
    private static final int PAYERS = 2_000;
    private static final String FIRST = "first-payment";
    private static final String LINK = "marked";

    @Option(names = "--payments", defaultValue = "5000", description = "in each run (default: ${DEFAULT-VALUE})")
    private int payments;

    @Option(names = "--clients", defaultValue = "16", description = "questions at a time (default: ${DEFAULT-VALUE})")
    private int clients;

    @Option(names = "--seconds", defaultValue = "10", description = "of pgbench (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--marks", defaultValue = "100000", description = "in the database (default: ${DEFAULT-VALUE})")
    private int marks;

    @Option(names = "--statements", description = "print the statements of one question as well")
    private boolean statements;

    private ServiceLoad() {}

    /// Runs the command.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ServiceLoad()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path programs = Postgres.installed()
                .orElseThrow(() -> new IOException("there is no PostgreSQL: install the Debian package postgresql"));
        System.out.println("| what | a second | p50 ms | p99 ms |\n| --- | ---: | ---: | ---: |");
        inDirectory(directory -> sqlite(directory));
        try (Postgres postgres = Postgres.start(programs, "-c shared_buffers=512MB -c max_wal_size=4GB")) {
            inDirectory(directory -> postgresql(directory, postgres));
        }
        return 0;
    }

    private void sqlite(Path directory) throws IOException {
        try (Shop shop = new Shop(directory, Configuration.local(directory.resolve("data")), clients)) {
            measure(shop, "SQLite");
        }
    }

    private void postgresql(Path directory, Postgres postgres) throws IOException, InterruptedException {
        var address = new DatabaseAddress(
                postgres.url(), Optional.of(postgres.user()), Optional.of(postgres.passwordFile()), clients);
        try (Shop shop = new Shop(directory, Configuration.local(directory.resolve("data"), address), clients)) {
            Figures alone = measure(shop, "PostgreSQL");
            PgBench bench = oneQuestion(shop, postgres);
            int rows = Math.max(20_000, seconds * 5_000);
            bench.fill(rows, marks);
            Figures theirs = bench.run(directory, clients, seconds, rows, Math.min(marks, PAYERS));
            System.out.println(
                    theirs.row("pgbench, the same " + bench.statements().size() + " statements"));
            Figures among = first(shop, "PostgreSQL, " + String.format(Locale.ROOT, "%,d", marks) + " marks");
            System.out.printf(
                    Locale.ROOT,
                    "%nOf pgbench's rate: %.0f %%; among all marks %.0f %%%n",
                    100 * alone.rate() / theirs.rate(),
                    100 * among.rate() / theirs.rate());
            if (statements) {
                bench.statements().forEach(System.out::println);
            }
        }
    }

    private Figures measure(Shop shop, String where) {
        shop.ask(shop.pay(PAYERS, PAYERS), FIRST);
        return first(shop, where);
    }

    /// Payments that are known but not decided: the question that makes a link. Then the same ones again.
    private Figures first(Shop shop, String where) {
        String[] before = shop.pay(payments / 2, PAYERS);
        shop.warm(before);
        shop.ask(before, LINK);
        String[] paid = shop.pay(payments, PAYERS);
        shop.warm(paid);
        Figures links = shop.ask(paid, LINK);
        System.out.println(links.row(where + ", a link is made"));
        System.out.println(shop.ask(paid, LINK).row(where + ", asked again"));
        return links;
    }

    private PgBench oneQuestion(Shop shop, Postgres postgres) throws IOException, InterruptedException {
        String[] one = shop.pay(1, 1);
        shop.warm(one);
        PgBench.beginLogging(postgres);
        long mark = Files.size(postgres.log());
        shop.ask(one, LINK);
        return PgBench.ofLogged(postgres, mark);
    }

    private interface Work {
        void in(Path directory) throws IOException, InterruptedException;
    }

    private static void inDirectory(Work work) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("slipstream-benchmark");
        try {
            work.in(directory);
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
