package slipstream.cloudlink.service.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import slipstream.cloudlink.service.account.SignIn.Outcome;
import slipstream.cloudlink.service.secret.Vault;
import slipstream.cloudlink.service.store.Kind;
import slipstream.cloudlink.service.town.Market;

/// Passwords, codes, locks and sessions over a real database.
@ParameterizedClass
@EnumSource
class SignInTest {
    private static final String PASSWORD = "a password of my own";

    @Parameter
    private Kind kind;

    @TempDir
    Path directory;

    private Market market;
    private Accounts accounts;
    private SignIn signIn;
    private Sessions sessions;
    private String secret;
    private List<String> recovery;

    @BeforeEach
    void annaIsReady() throws Exception {
        market = new Market(directory, kind);
        var keys = new TreeMap<Integer, byte[]>();
        keys.put(1, new byte[32]);
        var vault = new Vault(keys);
        accounts = new Accounts(market.ledger, vault, market.clock);
        signIn = new SignIn(market.ledger, vault, market.clock);
        sessions = new Sessions(market.ledger, market.clock);
        var first = accounts.add("anna", Role.OPERATOR, "main", Optional.empty());
        var user = assertInstanceOf(Outcome.In.class, signIn.signIn("anna", first, ""))
                .user();
        assertFalse(user.ready());
        secret = signIn.begin(user).secret();
        assertEquals(secret, signIn.begin(user).secret(), "the same until it is proven");
        recovery = signIn.complete(user, PASSWORD, code());
        later();
    }

    @AfterEach
    void close() {
        market.close();
    }

    private String code() {
        return Totp.at(secret, market.now());
    }

    private void later() {
        market.clock.moveAhead(Duration.ofSeconds(60));
    }

    private Outcome with(String password, String code) {
        return signIn.signIn("anna", password, code);
    }

    @Test
    void passwordAndCodeTogetherLetIn() {
        assertInstanceOf(Outcome.In.class, with(PASSWORD, code()));
        later();
        assertInstanceOf(Outcome.In.class, signIn.signIn(" ANNA ", PASSWORD, code()), "names in any letter case");
        later();
        assertInstanceOf(Outcome.Refused.class, with(PASSWORD, ""));
        assertInstanceOf(Outcome.Refused.class, with("another password", code()));
        assertInstanceOf(Outcome.Refused.class, signIn.signIn("nobody", PASSWORD, code()));
    }

    @Test
    void aCodeLetsInOnceHoweverManyTryItAtOnce() throws Exception {
        var code = code();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 4)
                    .<Callable<Outcome>>mapToObj(i -> () -> with(PASSWORD, code))
                    .toList();
            long in = 0;
            for (var outcome : threads.invokeAll(tries)) {
                in += outcome.get() instanceof Outcome.In ? 1 : 0;
            }
            assertEquals(1, in);
        }
        assertInstanceOf(Outcome.Refused.class, with(PASSWORD, code), "nor later");
    }

    @Test
    void aRecoveryCodeLetsInOnce() {
        assertEquals(10, recovery.size());
        assertInstanceOf(Outcome.In.class, with(PASSWORD, recovery.get(3).toUpperCase(Locale.ROOT)));
        assertInstanceOf(Outcome.Refused.class, with(PASSWORD, recovery.get(3)));
        assertInstanceOf(Outcome.In.class, with(PASSWORD, recovery.get(4)));
    }

    @Test
    void whoFailsOftenWaitsLongerEachTimeAlsoForNamesNobodyHas() {
        for (var name : List.of("anna", "nobody")) {
            for (int i = 0; i < SignIn.FREE_TRIES; i++) {
                assertInstanceOf(Outcome.Refused.class, signIn.signIn(name, "wrong", ""), name + " try " + i);
            }
            assertInstanceOf(Outcome.Locked.class, signIn.signIn(name, "wrong", ""), name);
            for (var wait : new int[] {1, 2, 4, 8}) {
                market.clock.moveAhead(Duration.ofSeconds(wait).minusMillis(1));
                assertInstanceOf(Outcome.Locked.class, signIn.signIn(name, "wrong", ""), name + " before " + wait);
                market.clock.moveAhead(Duration.ofMillis(1));
                assertInstanceOf(Outcome.Refused.class, signIn.signIn(name, "wrong", ""), name + " after " + wait);
            }
        }
        assertInstanceOf(Outcome.Locked.class, with(PASSWORD, code()), "the right one waits as well");
        market.clock.moveAhead(SignIn.LONGEST_LOCK);
        assertInstanceOf(Outcome.In.class, with(PASSWORD, code()));
        later();
        assertInstanceOf(Outcome.Refused.class, with("wrong", code()), "tries begin anew");
    }

    @Test
    void manyTriesAtOnceGainNothing() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 30)
                    .<Callable<Outcome>>mapToObj(i -> () -> with("wrong " + i, ""))
                    .toList();
            long weighed = 0;
            for (var outcome : threads.invokeAll(tries)) {
                weighed += outcome.get() instanceof Outcome.Refused ? 1 : 0;
            }
            assertEquals(SignIn.FREE_TRIES, weighed);
        }
    }

    @Test
    void theFirstPasswordIsReplacedAndShortOnesAreRefused() throws Exception {
        var first = accounts.reset("anna");
        var user = assertInstanceOf(Outcome.In.class, with(first, "")).user();
        secret = signIn.begin(user).secret();
        assertEquals(
                SignIn.NotReady.Why.PASSWORD,
                assertThrows(SignIn.NotReady.class, () -> signIn.complete(user, "short", code()))
                        .why());
        assertEquals(
                SignIn.NotReady.Why.SAME,
                assertThrows(SignIn.NotReady.class, () -> signIn.complete(user, first, code()))
                        .why());
        assertEquals(
                SignIn.NotReady.Why.CODE,
                assertThrows(SignIn.NotReady.class, () -> signIn.complete(user, PASSWORD, "000000"))
                        .why());
        assertEquals(10, signIn.complete(user, PASSWORD, code()).size());
        assertInstanceOf(Outcome.Refused.class, with(PASSWORD, recovery.get(0)), "former recovery codes are gone");
    }

    @Test
    void aSessionEndsIdleOrAfterItsLifeOrWhenTheUserIsReset() throws Exception {
        var user = accounts.user("anna").orElseThrow();
        var idle = sessions.start(user);
        assertEquals(Optional.of(user), sessions.user(idle));
        market.clock.moveAhead(Sessions.IDLE);
        assertTrue(sessions.user(idle).isEmpty(), "idle");

        var busy = sessions.start(user);
        for (var passed = Duration.ZERO; passed.compareTo(Sessions.LIFE) < 0; passed = passed.plusMinutes(20)) {
            assertTrue(sessions.user(busy).isPresent(), "after " + passed);
            market.clock.moveAhead(Duration.ofMinutes(20));
        }
        assertTrue(sessions.user(busy).isEmpty(), "its life is over");

        var ended = sessions.start(user);
        accounts.reset("anna");
        assertTrue(sessions.user(ended).isEmpty(), "reset");
    }

    @Test
    void whatLetsInIsKeptAsHashesOnly() throws Exception {
        var session = sessions.start(accounts.user("anna").orElseThrow());
        var token = accounts.addToken("anna", "report", 30);
        var kept = market.read(books -> {
            var all = new StringBuilder();
            for (var table : List.of("account", "session", "access_token", "recovery_code")) {
                all.append(books.handle()
                        .createQuery("SELECT * FROM " + table)
                        .mapToMap()
                        .list());
            }
            return all.toString();
        });
        for (var word : List.of(session, token, secret, PASSWORD, recovery.get(0))) {
            assertFalse(kept.contains(word));
            assertFalse(kept.contains(word.substring(word.length() - 12)));
        }
    }

    @Test
    void aTokenLastsItsDaysAndGoesWithItsUser() throws Exception {
        var token = accounts.addToken("anna", "report", 30);
        assertEquals("anna", accounts.byToken(token).orElseThrow().name());
        assertTrue(accounts.byToken(token + "x").isEmpty());
        market.clock.moveAhead(Duration.ofDays(30));
        assertTrue(accounts.byToken(token).isEmpty());
        var other = accounts.addToken("anna", "report", 30);
        accounts.remove("anna");
        assertTrue(accounts.byToken(other).isEmpty());
        assertEquals(List.of(), accounts.users());
    }
}
