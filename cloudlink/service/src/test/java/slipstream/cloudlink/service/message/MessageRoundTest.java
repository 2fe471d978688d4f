package slipstream.cloudlink.service.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static slipstream.cloudlink.service.town.Market.BOOKS;
import static slipstream.cloudlink.service.town.Market.COFFEE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import slipstream.cloudlink.service.gateway.MessageChannel;
import slipstream.cloudlink.service.gateway.MessageChannel.Sending;
import slipstream.cloudlink.service.gateway.Payment.PayerId;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.payer.Payers;
import slipstream.cloudlink.service.secret.Vault;
import slipstream.cloudlink.service.store.Kind;
import slipstream.cloudlink.service.store.SqlBooks;
import slipstream.cloudlink.service.town.Market;

/// A payer who has asked for it is told of each reward once, whatever goes wrong; nobody else is told anything.
@ParameterizedClass
@EnumSource
class MessageRoundTest {
    private static final String URL = "https://claim.example";

    @Parameter
    private Kind kind;

    @TempDir
    Path directory;

    private Market market;
    private Addresses addresses;
    private MessageRound round;
    private final Channel channel = new Channel();
    private final List<String> outcomes = new ArrayList<>();

    /// Does what it is told, then sends; remembers what has arrived.
    private static final class Channel implements MessageChannel {
        final Deque<Sending> next = new ArrayDeque<>();
        final List<Text> arrived = new ArrayList<>();
        final List<PayerId> to = new ArrayList<>();

        @Override
        public String platform() {
            return "wechat";
        }

        @Override
        public Optional<String> application(Merchant merchant) {
            return merchant.id().equals("coffee") ? Optional.empty() : Optional.of(Market.APPID);
        }

        @Override
        public synchronized Sending send(Merchant merchant, PayerId name, Text text) {
            var sending = next.isEmpty() ? new Sending.Sent() : next.removeFirst();
            if (sending instanceof Sending.Sent) {
                arrived.add(text);
                to.add(name);
            }
            return sending;
        }
    }

    @BeforeEach
    void open() throws Exception {
        market = new Market(directory, kind);
        market.addCampaign("id = \"c\"\n");
        market.visit(BOOKS, "host");
        addresses = new Addresses(
                market.database.ledger(handle -> new SqlBooks(handle).addresses()),
                vault(1),
                market.keyring,
                channel,
                market.clock);
        round = round(outcomes);
    }

    private MessageRound round(List<String> noted) {
        return new MessageRound(
                market.database.ledger(SqlBooks::new),
                addresses,
                channel,
                id -> market.read(books -> books.merchants().find(id)),
                ZoneOffset.ofHours(8),
                market.clock,
                noted::add);
    }

    private static Vault vault(int versions) {
        var keys = new TreeMap<Integer, byte[]>();
        for (int version = 1; version <= versions; version++) {
            var key = new byte[32];
            key[1] = (byte) version;
            keys.put(version, key);
        }
        return new Vault(keys);
    }

    @AfterEach
    void close() {
        if (market != null) {
            market.close();
        }
    }

    private void agree() {
        assertTrue(addresses.agree(market.payer("host"), BOOKS, new PayerId(Market.APPID, "host")));
    }

    /// A guest of the host's pays at the coffee shop: the host gets a reward.
    private void reward(String guest) {
        var invitation = market.invitations.invite(market.payer("host"), "main").orElseThrow();
        market.invitations.join(invitation, market.payer(guest));
        market.visit(COFFEE, guest);
        assertTrue(market.read(books -> books.rewards().of(market.payer("host"))).stream()
                .anyMatch(reward -> reward.madeAt().equals(market.now())));
    }

    @Test
    void whoHasAskedIsToldOnceWhatIsWaitingWhereAndUntilWhen() {
        agree();
        reward("guest");
        assertEquals(1, round.run(URL));
        assertEquals(0, round.run(URL));
        var text = channel.arrived.getFirst();
        assertEquals(List.of(new PayerId(Market.APPID, "host")), channel.to);
        assertEquals(COFFEE.name().in(Locale.CHINESE), text.shop());
        var reward = market.read(books -> books.rewards().of(market.payer("host")))
                .getFirst()
                .link();
        assertEquals(URL + "/C/" + reward.token().value(), text.page().toString());
        assertEquals(reward.expiresAt().atOffset(ZoneOffset.ofHours(8)).toLocalDateTime(), text.until());
        assertEquals(List.of("sent"), outcomes);
    }

    @Test
    void whoHasNotAskedOrHasStoppedOrOptedOutIsNotTold() {
        var payers = new Payers(market.database.ledger(handle -> new SqlBooks(handle).payers()), market.clock);
        reward("before");
        agree();
        assertEquals(0, round.run(URL), "only of what came after");
        market.clock.moveAhead(Duration.ofSeconds(1));
        reward("first");
        addresses.stop(List.of(market.payer("host")));
        round.run(URL);
        agree();
        market.clock.moveAhead(Duration.ofSeconds(1));
        reward("second");
        payers.optOut(List.of(market.payer("host")));
        round.run(URL);
        assertTrue(addresses.of(List.of(market.payer("host"))).isEmpty(), "opting out deletes the address");
        assertEquals(List.of("stopped", "stopped"), outcomes);
        assertTrue(channel.arrived.isEmpty());
    }

    @Test
    void deletingEverythingDeletesAddressAndMessages() {
        agree();
        reward("guest");
        var payers = new Payers(market.database.ledger(handle -> new SqlBooks(handle).payers()), market.clock);
        var kept = payers.dossier(List.of(market.payer("host"))).parts();
        assertEquals(
                2,
                kept.stream().filter(part -> part.table().startsWith("message")).count());
        assertFalse(kept.toString().contains("sealed"), "the payer's id stays sealed even there");
        payers.forget(List.of(market.payer("host")));
        assertEquals(0, round.run(URL));
        assertTrue(addresses.of(List.of(market.payer("host"))).isEmpty());
    }

    @Test
    void troubleIsTriedAgainLaterAndLater() {
        agree();
        reward("guest");
        channel.next.add(new Sending.NotNow("errcode 45009"));
        channel.next.add(new Sending.NotNow("errcode -1"));
        round.run(URL);
        assertEquals(0, round.run(URL), "not at once");
        market.clock.moveAhead(Duration.ofMinutes(1));
        assertEquals(1, round.run(URL));
        market.clock.moveAhead(Duration.ofMinutes(1));
        assertEquals(0, round.run(URL), "twice as long");
        market.clock.moveAhead(Duration.ofMinutes(1));
        round.run(URL);
        assertEquals(List.of("postponed", "postponed", "sent"), outcomes);
        assertEquals(1, channel.arrived.size());
    }

    @Test
    void whatNeverWorksIsGivenUpAfterThreeDays() {
        agree();
        reward("guest");
        int tries = 0;
        for (int hours = 0; hours < 80; hours += 5) {
            channel.next.add(new Sending.NotNow("errcode 40037"));
            tries += round.run(URL);
            market.clock.moveAhead(Duration.ofHours(5));
        }
        assertEquals("given-up", outcomes.getLast());
        assertTrue(tries > 10 && channel.arrived.isEmpty());
    }

    @Test
    void whatMayHaveArrivedIsRepeatedOnlyAsLongAsThePlatformKnowsItAgain() {
        agree();
        reward("guest");
        for (int minutes = 0; minutes < 12; minutes++) {
            channel.next.add(new Sending.Unsure("no answer"));
            round.run(URL);
            market.clock.moveAhead(Duration.ofMinutes(1));
        }
        channel.next.clear();
        round.run(URL);
        assertEquals("unsure", outcomes.getLast());
        assertEquals(9, outcomes.stream().filter("repeated"::equals).count(), "in the first eight minutes");
        assertTrue(channel.arrived.isEmpty());
    }

    @Test
    void aNodeThatDiesIsSucceededWhenItsLeaseEnds() {
        agree();
        reward("guest");
        var message =
                market.read(books -> books.messages().due(market.now(), 9)).getFirst();
        boolean leased = market.write(books ->
                books.messages().lease(message, market.now(), market.now().plus(MessageRound.LEASE)));
        assertTrue(leased);
        assertEquals(0, round.run(URL));
        market.clock.moveAhead(MessageRound.LEASE);
        assertEquals(1, round.run(URL));
        assertEquals(
                message.tokenHash().substring(0, 32), channel.arrived.getFirst().id(), "the platform knows it again");
    }

    @Test
    void aNodeThatDiesAndIsSucceededTooLateIsNotRepeated() {
        agree();
        reward("guest");
        var message =
                market.read(books -> books.messages().due(market.now(), 9)).getFirst();
        market.write(books ->
                books.messages().lease(message, market.now(), market.now().plus(MessageRound.LEASE)));
        market.clock.moveAhead(Duration.ofMinutes(9));
        round.run(URL);
        assertEquals(List.of("unsure"), outcomes);
    }

    @Test
    void manyNodesAtOnceTellOnce() throws Exception {
        agree();
        for (int i = 0; i < 5; i++) {
            reward("guest" + i);
            market.clock.moveAhead(Duration.ofSeconds(1));
        }
        var start = new CountDownLatch(1);
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                nodes.submit(() -> {
                    start.await();
                    return round(new ArrayList<>()).run(URL);
                });
            }
            start.countDown();
        }
        assertEquals(5, channel.arrived.size());
        assertEquals(
                5,
                channel.arrived.stream().map(MessageChannel.Text::id).distinct().count());
    }

    @Test
    void whomThePlatformDoesNotReachIsToldSoOnTheirPage() {
        agree();
        reward("guest");
        channel.next.add(new Sending.Refused("errcode 43004"));
        round.run(URL);
        assertEquals(List.of("refused"), outcomes);
        assertTrue(address().unreachableAt().isPresent());
        market.clock.moveAhead(Duration.ofSeconds(1));
        reward("another");
        round.run(URL);
        assertTrue(address().unreachableAt().isEmpty(), "it has arrived since");
    }

    private Address address() {
        return addresses.of(List.of(market.payer("host"))).orElseThrow();
    }

    @Test
    void aRewardThatIsClaimedAlreadyIsNotToldOf() {
        agree();
        reward("guest");
        market.clock.moveAhead(Duration.ofDays(40));
        round.run(URL);
        assertEquals(List.of("late"), outcomes);
    }

    @Test
    void anAddressIsThePayersOwnAndOpensUnderEveryMasterKeyItWasSealedUnder() throws Exception {
        var guest = new PayerId(Market.APPID, "guest");
        assertFalse(addresses.agree(market.payer("host"), BOOKS, guest), "somebody else's name");
        assertEquals(Optional.empty(), addresses.reach(COFFEE, List.of(guest)), "sends no messages");
        assertEquals(Optional.empty(), addresses.reach(BOOKS, List.of(new PayerId("other", "guest"))));
        assertEquals(Optional.of(guest), addresses.reach(BOOKS, List.of(guest)));
        agree();
        var before = address();
        assertFalse(before.sealed().contains("host") || before.toString().contains(before.sealed()));
        var swapped =
                new Address(market.payer("guest"), "books", before.sealed(), before.agreedAt(), before.unreachableAt());
        assertEquals(Optional.empty(), addresses.open(swapped), "in another's place it is worth nothing");
        var ledger = market.database.<AddressStore>ledger(handle -> new SqlBooks(handle).addresses());
        assertEquals(1, Addresses.renewSeals(ledger, vault(2)));
        assertFalse(before.sealed().equals(address().sealed()));
        market.useKeys(2);
        assertEquals(
                Optional.of(new PayerId(Market.APPID, "host")),
                new Addresses(ledger, vault(2), market.keyring, channel, market.clock).open(address(market)));
    }

    /// After the payer was seen under a new key.
    private Address address(Market rekeyed) {
        rekeyed.visit(BOOKS, "host");
        return addresses.of(List.of(rekeyed.payer("host"))).orElseThrow();
    }
}
