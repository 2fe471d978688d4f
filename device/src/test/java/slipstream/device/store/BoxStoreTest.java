package slipstream.device.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.device.claim.Journal;
import slipstream.device.claim.Kept;
import slipstream.device.claim.Link;
import slipstream.device.claim.Message;
import slipstream.device.claim.Outcome;
import slipstream.device.claim.ReceiptNote;
import slipstream.device.claim.Token;

/// Real files.
@Timeout(60)
class BoxStoreTest {
    private static final Instant START = Instant.parse("2026-11-22T04:00:00Z");
    private static final Instant LATER = Instant.parse("2026-12-22T04:00:00Z");

    @TempDir
    private Path directory;

    private Instant now = START;
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final BlockingQueue<Journal.Left> left = new LinkedBlockingQueue<>();
    private final List<BoxStore> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(BoxStore::close);
    }

    @Test
    void whatWasNotToldIsThereAgainInItsOrderWordForWord() throws InterruptedException {
        var store = begin();
        List<Kept> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(message(i));
            store.add(all.getLast());
        }
        store.done(all.get(7).id());
        all.remove(7);
        store.close();
        assertEquals(List.of(), left.take().messages());
        begin();
        assertEquals(all, left.take().messages());
    }

    @Test
    void aMessageWithTheSameIdTakesTheOthersPlace() throws InterruptedException {
        var store = begin();
        store.add(new Kept("figures", START, new Message(Message.Kind.FIGURES, "1")));
        var last = new Kept("figures", START, new Message(Message.Kind.FIGURES, "2"));
        store.add(last);
        store.close();
        left.take();
        begin();
        assertEquals(List.of(last), left.take().messages());
    }

    @Test
    void aTokenIsLeasedOnceAlsoAfterTheBoxWasStartedAgain() {
        var store = begin();
        assertTrue(store.put(tokens(30)).join());
        Set<String> given = new HashSet<>();
        int leases = 0;
        for (int left = 30; left > 0; leases++) {
            Journal.Lease lease = store.lease(7).join();
            lease.tokens().forEach(token -> assertTrue(given.add(token.value())));
            left = lease.left();
            store.close();
            store = begin();
        }
        assertEquals(30, given.size());
        assertEquals(5, leases);
    }

    @Test
    void aTokenIsKeptWhole() {
        var store = begin();
        List<Token> tokens = tokens(3);
        store.put(tokens).join();
        assertEquals(tokens, store.lease(3).join().tokens());
    }

    @Test
    void receiptsAreForgottenWhenTheyAreOldOrTooMany() throws InterruptedException {
        var store = begin();
        store.note(note("old"));
        now = START.plus(Tables.LONGEST_MEMORY).plusSeconds(1);
        for (int i = 0; i < 300; i++) {
            store.note(note("till-1"));
        }
        store.close();
        left.take();
        begin();
        List<ReceiptNote> receipts = left.take().receipts();
        assertEquals(300, receipts.size());
        assertEquals(new ReceiptNote(now, "till-1", "sale", Outcome.PRINTED, 12), receipts.getLast());
    }

    @Test
    void nothingOfWhatWasToldIsLeftInTheFile() throws IOException {
        var store = begin();
        for (int i = 0; i < 100; i++) {
            store.add(message(i));
        }
        for (int i = 0; i < 100; i++) {
            store.done(message(i).id());
        }
        store.close();
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String content = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
                assertFalse(content.contains("4200001234"), file + " still shows a reference");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "empty", "head", "middle", "cut"})
    void aFileThatIsNotWholeIsMovedAsideAndANewOneBegun(String damage) throws IOException, InterruptedException {
        var store = begin();
        for (int i = 0; i < 2_000; i++) {
            store.add(message(i));
        }
        store.close();
        left.take();
        damage(directory.resolve("box.db"), damage);
        store = begin();
        store.add(message(0));
        assertTrue(store.put(tokens(1)).join());
        store.close();
        left.take();
        begin();
        assertEquals(List.of(message(0)), left.take().messages());
        assertEquals(!damage.equals("empty"), Files.exists(directory.resolve("box.db.broken")));
    }

    @Test
    void aTornEndOfTheLogCostsNoMoreThanWhatWasInIt() throws IOException, InterruptedException {
        var store = begin();
        store.put(tokens(1)).join();
        store.add(message(1));
        store.put(tokens(2)).join();
        Path copy = Files.createDirectory(directory.resolve("copy"));
        Files.copy(directory.resolve("box.db"), copy.resolve("box.db"));
        byte[] log = Files.readAllBytes(directory.resolve("box.db-wal"));
        Files.write(copy.resolve("box.db-wal"), java.util.Arrays.copyOf(log, log.length - 100));
        left.take();
        var torn = BoxStore.in(copy, clock);
        open.add(torn);
        torn.begin(left::add);
        assertTrue(left.take().messages().size() <= 1);
        assertTrue(torn.put(tokens(1)).join());
        assertFalse(Files.exists(copy.resolve("box.db.broken")));
    }

    @Test
    void twoBoxesNeverShareAFile() {
        var first = begin();
        assertTrue(first.put(tokens(5)).join());
        var second = begin();
        assertFalse(second.put(tokens(1)).join());
        assertFalse(second.lasting());
        assertEquals("another program uses it", second.state().trouble().orElseThrow());
        assertEquals(0, second.lease(1).join().tokens().size());
    }

    @Test
    void whatCameBeforeTheFileCouldBeOpenedIsWrittenWhenItCan() throws InterruptedException {
        var first = begin();
        assertTrue(first.put(tokens(1)).join());
        left.take();
        var second = begin();
        second.add(message(1));
        assertFalse(second.put(tokens(1)).join());
        first.close();
        assertEquals(List.of(), left.take().messages());
        second.close();
        begin();
        assertEquals(List.of(message(1)), left.take().messages());
        assertEquals(0, second.state().lost());
    }

    @Test
    void afterItIsClosedItRefusesAtOnce() {
        var store = begin();
        store.close();
        assertFalse(store.put(tokens(1)).join());
        assertFalse(store.lasting());
    }

    static Kept message(int number) {
        String reference = "4200001234%018d".formatted(number);
        return new Kept(
                "m" + number,
                START.plusMillis(number),
                new Message(Message.Kind.ASKED_LATE, "{\"till\":\"收银\",\"reference\":\"" + reference + "\"}"));
    }

    static List<Token> tokens(int count) {
        return tokens(count, 0);
    }

    static List<Token> tokens(int count, int first) {
        List<Token> tokens = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            String value = "%016d".formatted(i);
            var link = new Link("HTTPS://A.EXAMPLE/C/" + value, i % 2 == 0 ? List.of("扫码领券", "Scan") : List.of());
            tokens.add(new Token(value, link, LATER));
        }
        return tokens;
    }

    private ReceiptNote note(String till) {
        return new ReceiptNote(now, till, "sale", Outcome.PRINTED, 12);
    }

    private BoxStore begin() {
        var store = BoxStore.in(directory, clock, Duration.ofMillis(1));
        open.add(store);
        store.begin(left::add);
        return store;
    }

    private static void damage(Path file, String how) throws IOException {
        var random = new Random(1);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] noise = new byte[16_384];
            random.nextBytes(noise);
            switch (how) {
                case "garbage" -> {
                    channel.truncate(0);
                    channel.write(java.nio.ByteBuffer.wrap(noise));
                }
                case "empty" -> channel.truncate(0);
                case "head" -> channel.write(java.nio.ByteBuffer.wrap(noise, 0, 100), 0);
                case "middle" -> channel.write(java.nio.ByteBuffer.wrap(noise), 8_192);
                case "cut" -> channel.truncate(channel.size() / 2);
                default -> throw new IllegalArgumentException(how);
            }
        }
    }
}
