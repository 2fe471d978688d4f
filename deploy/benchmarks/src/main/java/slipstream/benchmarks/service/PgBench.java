package slipstream.benchmarks.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import slipstream.acceptance.stage.Postgres;

/// The statements of one question, as the server logged them, run again and again by PostgreSQL's own `pgbench`: no
/// Java, no TLS, no HTTP, values as constants. What it reaches is what the service is measured by.
///
/// Keys in the statements give way to rows that are made for it: a payment that was not decided yet, by one of the
/// payers; links are new each time.
final class PgBench {
    private static final Pattern EXECUTED =
            Pattern.compile("\\] LOG:  (?:execute [^:]+|statement): (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = ('(?:[^']|'')*'|NULL)");
    private static final Pattern KEY = Pattern.compile("'[0-9a-f]{64}'");
    private static final String UNDECIDED =
            "'decided_at', null, 'reason', null, 'campaign_id', null, 'token_hash', null, 'linked', 0, 'own_link', 0";

    private final Postgres postgres;
    private final List<String> statements = new ArrayList<>();
    private final Map<String, String> rows = new LinkedHashMap<>();

    private PgBench(Postgres postgres) {
        this.postgres = postgres;
    }

    /// Has the server log every statement.
    static void beginLogging(Postgres postgres) throws IOException, InterruptedException {
        log(postgres, "all");
    }

    private static void log(Postgres postgres, String what) throws IOException, InterruptedException {
        postgres.ask("ALTER SYSTEM SET log_statement = '" + what + "'");
        postgres.ask("SELECT pg_reload_conf(), pg_sleep(0.2)");
    }

    /// Ends logging and reads what one question was: all that came after `mark` in the log.
    static PgBench ofLogged(Postgres postgres, long mark) throws IOException, InterruptedException {
        String log = Files.readString(postgres.log()).substring((int) mark);
        log(postgres, "none");
        var bench = new PgBench(postgres);
        // An entry begins with its time; further lines of it with a tab.
        for (String entry : log.split("\n(?=\\d{4}-)")) {
            bench.read(entry);
        }
        return bench;
    }

    private void read(String entry) {
        Matcher executed = EXECUTED.matcher(entry);
        if (executed.find()) {
            statements.add(executed.group(1).replaceAll("\\s+", " ").strip());
        } else if (entry.contains("DETAIL:")) {
            Map<String, String> values = new LinkedHashMap<>();
            PARAMETER.matcher(entry).results().forEach(one -> values.put(one.group(1), one.group(2)));
            String last = statements.removeLast();
            statements.add(Pattern.compile("\\$(\\d+)")
                    .matcher(last)
                    .replaceAll(one -> Matcher.quoteReplacement(values.get(one.group(1)))));
        }
    }

    List<String> statements() {
        return List.copyOf(statements);
    }

    /// Makes the rows.
    ///
    /// @param payments that are not decided yet
    /// @param payers who are marked
    void fill(int payments, int payers) throws IOException, InterruptedException {
        for (String statement : statements) {
            for (String key :
                    KEY.matcher(statement).results().map(one -> one.group()).toList()) {
                if (!rows.containsKey(key)) {
                    rows.put(key, row(key));
                }
            }
        }
        String payment = of("payment");
        // In the order of their keys, so that the index grows at its end.
        postgres.ask("INSERT INTO mark (payer_key, circle, payer_version, source_merchant, marked_at, seen_at) SELECT "
                + key("i", 'd') + ", circle, payer_version, source_merchant, marked_at, seen_at"
                + " FROM mark, generate_series(1, " + payers + ") i WHERE payer_key = " + of("mark") + " ORDER BY 1");
        String changes = "'payment_key', " + key("i", 'b') + ", 'payer_key', " + key("1 + i % " + payers, 'd') + ", "
                + UNDECIDED;
        postgres.ask("INSERT INTO payment SELECT (jsonb_populate_record(p, jsonb_build_object(" + changes
                + "))).* FROM payment p, generate_series(1, " + payments + ") i WHERE p.payment_key = " + payment);
        postgres.ask("INSERT INTO payment_name SELECT " + key("i", 'c') + ", " + key("i", 'b')
                + " FROM generate_series(1, " + payments + ") i");
        postgres.ask("VACUUM ANALYZE");
    }

    private String of(String table) {
        return rows.entrySet().stream()
                .filter(row -> row.getValue().equals(table))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no statement names a row of " + table));
    }

    /// In which table there is a row under this key.
    private String row(String key) throws IOException, InterruptedException {
        for (String[] place :
                new String[][] {{"payment", "payment_key"}, {"payment_name", "name_key"}, {"mark", "payer_key"}}) {
            if (!postgres.ask("SELECT 1 FROM " + place[0] + " WHERE " + place[1] + " = " + key)
                    .isEmpty()) {
                return place[0];
            }
        }
        return "new" + rows.size();
    }

    /// As random as the service's own, and of the columns' own type: a text would not find it by its index.
    private static String key(String number, char kind) {
        return "(md5('" + kind + "' || (" + number + ")) || md5((" + number + ") || '" + kind + "'))::char(64)";
    }

    /// Runs the statements.
    Figures run(Path directory, int clients, int seconds, int payments, int payers)
            throws IOException, InterruptedException {
        Path script = Files.writeString(directory.resolve("identify.sql"), script(payments / clients, payers));
        Path log = Files.createDirectories(postgres.passwordFile().resolveSibling("pgbench"));
        postgres.program(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-f",
                script.toString(),
                "-c",
                "" + clients,
                "-j",
                "1",
                "-T",
                "" + seconds,
                "-D",
                "n=0",
                "-l",
                "--log-prefix=" + log.resolve("log"));
        try (Stream<Path> files = Files.list(log)) {
            long[] nanos = files.flatMap(PgBench::lines)
                    .mapToLong(line -> Long.parseLong(line.split(" ")[2]) * 1000)
                    .toArray();
            return Figures.of(nanos, seconds * 1_000_000_000L);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String script(int each, int payers) {
        var script = new StringBuilder("\\set n :n + 1\n");
        script.append("\\set i 1 + :client_id * ")
                .append(each)
                .append(" + (:n % ")
                .append(each)
                .append(")\n");
        script.append("\\set p 1 + :i % ").append(payers).append('\n');
        for (String statement : statements) {
            script.append(KEY.matcher(statement).replaceAll(one -> variable(rows.get(one.group()))))
                    .append(";\n");
        }
        return script.toString();
    }

    private static String variable(String row) {
        return switch (row) {
            case "payment" -> key(":i", 'b');
            case "payment_name" -> key(":i", 'c');
            case "mark" -> key(":p", 'd');
            // A new key each time: client and turn make it one of its kind.
            default -> key(":client_id * 100000000 + :n", (char) ('e' + row.charAt(3) % 2));
        };
    }
}
