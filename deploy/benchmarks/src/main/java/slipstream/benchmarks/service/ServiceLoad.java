package slipstream.benchmarks.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
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
/// Boxes, service and database are processes that share this machine's cores; what each of them spends is told as
/// processor time a question.
@Command(name = "service-load", description = "Measures how fast the service answers.", mixinStandardHelpOptions = true)
public final class ServiceLoad implements Callable<Integer> {
    private static final int PAYERS = 2_000;
    private static final String FIRST = "first-payment";
    private static final String LINK = "marked";

    @Option(names = "--payments", defaultValue = "5000", description = "in each run (default: ${DEFAULT-VALUE})")
    private int payments;

    @Option(
            names = "--warm-up",
            defaultValue = "10000",
            description = "payments before them, for Java to compile what is hot (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--connections", defaultValue = "16", description = "to PostgreSQL (default: ${DEFAULT-VALUE})")
    private int connections;

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
        System.out.println("| what | a second | p50 ms | p99 ms | boxes ms | service ms | database ms |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        inDirectory(this::sqlite);
        try (Postgres postgres = Postgres.start(programs, "-c shared_buffers=512MB -c max_wal_size=4GB")) {
            inDirectory(directory -> postgresql(directory, postgres));
        }
        return 0;
    }

    private void sqlite(Path directory) throws IOException {
        var configuration = Configuration.local(directory.resolve("data"));
        try (Shop shop = new Shop(directory, configuration, clients)) {
            measure(shop, "SQLite", shop::spent);
            long begun = System.nanoTime();
            Marks.intoSqlite(configuration.database().url(), marks);
            loaded("SQLite", begun);
            first(shop, "SQLite, " + amongMarks(), shop::spent);
        }
    }

    private void postgresql(Path directory, Postgres postgres) throws IOException, InterruptedException {
        var address = new DatabaseAddress(
                postgres.url(), Optional.of(postgres.user()), Optional.of(postgres.passwordFile()), connections);
        var server = server(postgres);
        try (Shop shop = new Shop(directory, Configuration.local(directory.resolve("data"), address), clients)) {
            Supplier<Processors> spent = () -> shop.spent().with(Processors.family(server));
            Figures alone = measure(shop, "PostgreSQL", spent);
            PgBench bench = oneQuestion(shop, postgres);
            int rows = Math.max(20_000, seconds * 5_000);
            long begun = System.nanoTime();
            bench.fill(rows, marks);
            loaded("PostgreSQL", begun);
            var before = new Processors(Processors.ended(), 0, Processors.family(server));
            Figures theirs = bench.run(directory, clients, seconds, rows, Math.min(marks, PAYERS));
            var after = new Processors(Processors.ended(), 0, Processors.family(server));
            System.out.println(
                    theirs.row("pgbench, the same " + bench.statements().size() + " statements", after.since(before)));
            Figures among = first(shop, "PostgreSQL, " + amongMarks(), spent);
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

    private static ProcessHandle server(Postgres postgres) throws IOException, InterruptedException {
        String pid = postgres.ask("SELECT pg_read_file('postmaster.pid')")
                .lines()
                .findFirst()
                .orElseThrow();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private String amongMarks() {
        return String.format(Locale.ROOT, "%,d", marks) + " marks";
    }

    private void loaded(String where, long begun) {
        System.err.printf(
                Locale.ROOT, "%s: %s loaded in %.0f s%n", where, amongMarks(), (System.nanoTime() - begun) / 1e9);
    }

    private Figures measure(Shop shop, String where, Supplier<Processors> spent) throws IOException {
        shop.ask(shop.pay(PAYERS, PAYERS), FIRST);
        var before = shop.pay(warmUp, PAYERS);
        shop.warm(before);
        shop.ask(before, LINK);
        shop.ask(before, LINK);
        return first(shop, where, spent);
    }

    /// Payments that are known but not decided: the question that makes a link. Then the same ones again.
    private Figures first(Shop shop, String where, Supplier<Processors> spent) throws IOException {
        var paid = shop.pay(payments, PAYERS);
        shop.warm(paid);
        Figures links = timed(shop, paid, where + ", a link is made", spent);
        timed(shop, paid, where + ", asked again", spent);
        return links;
    }

    private static Figures timed(Shop shop, Shop.Payments paid, String what, Supplier<Processors> spent)
            throws IOException {
        var before = spent.get();
        Figures figures = shop.ask(paid, LINK);
        System.out.println(figures.row(what, spent.get().since(before)));
        return figures;
    }

    private PgBench oneQuestion(Shop shop, Postgres postgres) throws IOException, InterruptedException {
        var one = shop.pay(1, 1);
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
