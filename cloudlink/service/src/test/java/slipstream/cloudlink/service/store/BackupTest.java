package slipstream.cloudlink.service.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static slipstream.cloudlink.service.town.Market.BOOKS;
import static slipstream.cloudlink.service.town.Market.COFFEE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import slipstream.cloudlink.service.claim.Claimant;
import slipstream.cloudlink.service.claim.Claims.Standing;
import slipstream.cloudlink.service.config.DatabaseAddress;
import slipstream.cloudlink.service.identify.Decision;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.town.Market;

/// A backup holds everything, fits either database, and a damaged one changes nothing.
class BackupTest {
    private static final Instant THEN = Instant.parse("2026-11-22T04:00:00Z");

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"SQLITE, SQLITE", "SQLITE, POSTGRESQL", "POSTGRESQL, SQLITE", "POSTGRESQL, POSTGRESQL"})
    void everythingComesBackInEitherDatabase(Kind from, Kind to) throws Exception {
        try (var market = market(from);
                var empty = Database.open(to.address(directory("to")))) {
            var awkward = "tab\t, line\nbreak\r, \\N and \\ 中文 😀";
            market.write(books -> {
                books.items()
                        .add(new VirtualItem(
                                "awkward",
                                "coffee",
                                COFFEE.name(),
                                Wording.of(awkward),
                                Optional.empty(),
                                1,
                                Optional.of(3)));
                return null;
            });
            var paid = market.pay(COFFEE, "a");
            var decision = (Decision.Link) market.identify(COFFEE, paid);
            var before = market.claims.claim(decision.link().token(), "coffee-1", Claimant.random());
            assertTrue(before instanceof Standing.Claimed);
            var backup = backup(market.database, market.keyring.fingerprint());
            long rows = new Restore(empty, market.keyring.fingerprint()).read(new ByteArrayInputStream(backup));
            assertEquals(
                    rows, lines(backup).stream().filter(l -> l.startsWith("=")).count());
            var again = backup(empty, market.keyring.fingerprint());
            assertEquals(
                    lines(backup).stream().sorted().toList(),
                    lines(again).stream().sorted().toList());
            assertEquals(
                    awkward,
                    empty.ledger(SqlBooks::new)
                            .read(books -> books.items().find("awkward"))
                            .orElseThrow()
                            .title()
                            .text());
            assertEquals(decision, market.node(empty, market.clock).identify(COFFEE, Market.question(paid)));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aBackupFromBeforeTheLaterTablesComesBackWithWhatTheirMigrationsFilled(Kind kind) throws Exception {
        try (var empty = Database.open(kind.address(directory("to")))) {
            var text = new String(
                    BackupTest.class.getResourceAsStream("before-v4.backup.txt").readAllBytes(), UTF_8);
            assertEquals(6, new Restore(empty, "k").read(new ByteArrayInputStream(zip(text))));
            var ledger = empty.ledger(SqlBooks::new);
            assertEquals(
                    new Merchant(
                            "coffee", new Wording("山间咖啡", "Hillside"), Locale.CHINESE, "main", Optional.of("drinks")),
                    ledger.read(books -> books.merchants().find("coffee")).orElseThrow());
            var item = ledger.read(books -> books.items().find("cup")).orElseThrow();
            assertEquals(Optional.of(7), item.stock());
            assertEquals(Optional.empty(), item.price());
            assertEquals(
                    List.of(
                            trace("invitation", "1d", 1795320000000L),
                            trace("link", "1c", 1797912000000L),
                            trace("payment", "1a", 1795320000000L)),
                    lines(backup(empty, "k")).stream()
                            .filter(line -> line.matches("=(1b){32}\t(invitation|link|payment)\t.*"))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void aDamagedBackupIsRefusedInOneSentenceAndChangesNothing() throws Exception {
        try (var market = market(Kind.SQLITE);
                var empty = Database.open(address())) {
            var keyring = market.keyring.fingerprint();
            var whole = backup(market.database, keyring);
            var text = String.join("\n", lines(whole)) + "\n";
            refused("the backup is damaged", empty, keyring, Arrays.copyOf(whole, whole.length / 2));
            refused("the backup is damaged", empty, keyring, "no gzip at all".getBytes(UTF_8));
            refused("the file is not a backup", empty, keyring, zip("something else\n"));
            refused("it breaks off", empty, keyring, zip(text.replace("end\n", "")));
            refused("does not have the rows it says", empty, keyring, zip(text.replaceFirst("rows \\d+", "rows 999")));
            refused("strange columns", empty, keyring, zip(text.replaceFirst("merchant_id", "x);--")));
            refused("unknown here", empty, keyring, zip(text.replaceFirst("table merchant ", "table hologram ")));
            refused("expected 2", empty, keyring, zip(text.replaceFirst("slipstream-backup 2", "slipstream-backup 9")));
            refused("put back the keyring file", empty, "other", whole);
            assertEquals(
                    0,
                    empty.ledger(SqlBooks::new)
                            .<Integer>read(books -> books.merchants().all().size()));
            new Restore(empty, keyring).read(new ByteArrayInputStream(whole));
            refused("the database is not empty", empty, keyring, whole);
        }
    }

    @Test
    void aBackupIsOfOneMomentWhileTheServiceRuns() throws Exception {
        try (var market = market(Kind.SQLITE)) {
            var out = new ByteArrayOutputStream() {
                private boolean first = true;

                @Override
                public synchronized void write(byte[] bytes, int offset, int length) {
                    if (first) {
                        first = false;
                        market.visit(BOOKS, "late");
                    }
                    super.write(bytes, offset, length);
                }
            };
            new Backup(market.database, "k").write(out, THEN);
            var counted = lines(out.toByteArray()).stream()
                    .filter(line -> line.startsWith("rows "))
                    .toList();
            assertEquals(Backup.tables().size(), counted.size());
        }
    }

    private static String trace(String kind, String ref, long lastsTo) {
        return "=" + String.join("\t", "1b".repeat(32), kind, ref.repeat(32), String.valueOf(lastsTo));
    }

    private void refused(String sentence, Database database, String keyring, byte[] backup) {
        var refusal = assertThrows(
                IOException.class, () -> new Restore(database, keyring).read(new ByteArrayInputStream(backup)));
        assertTrue(refusal.getMessage().contains(sentence), refusal.getMessage());
        assertEquals(1, refusal.getMessage().lines().count());
    }

    private Market market(Kind kind) throws IOException {
        var market = new Market(directory("from"), kind);
        market.addCampaign("id = \"c\"\ncontrol-percent = 1\npayers = [\"new\", \"member\"]\n[caps]\nper-payer = 9");
        return market;
    }

    private Path directory(String name) throws IOException {
        return Files.createDirectories(directory.resolve(name));
    }

    private DatabaseAddress address() throws IOException {
        return Kind.SQLITE.address(directory("to"));
    }

    private static byte[] backup(Database database, String keyring) throws IOException {
        var out = new ByteArrayOutputStream();
        new Backup(database, keyring).write(out, THEN);
        return out.toByteArray();
    }

    private static List<String> lines(byte[] backup) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(backup))) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        }
    }

    private static byte[] zip(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(UTF_8));
        }
        return out.toByteArray();
    }
}
