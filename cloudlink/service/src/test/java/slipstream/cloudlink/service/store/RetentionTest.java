package slipstream.cloudlink.service.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static slipstream.cloudlink.service.town.Market.BOOKS;
import static slipstream.cloudlink.service.town.Market.COFFEE;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.claim.Claimant;
import slipstream.cloudlink.service.claim.Claims.Standing;
import slipstream.cloudlink.service.config.RetentionTimes;
import slipstream.cloudlink.service.identify.Decision;
import slipstream.cloudlink.service.identify.Reason;
import slipstream.cloudlink.service.message.Address;
import slipstream.cloudlink.service.staff.StaffDoor;
import slipstream.cloudlink.service.town.Market;

/// What is kept goes when its time has come, and not before; what must stay for ever stays.
@ParameterizedClass
@EnumSource
class RetentionTest {
    @Parameter
    private Kind kind;

    @TempDir
    Path directory;

    private Market market;
    private Retention retention;
    private PaymentReference linked;

    @BeforeEach
    void everythingThereCanBe() throws Exception {
        market = new Market(directory, kind);
        retention = new Retention(market.database, RetentionTimes.USUAL);
        market.addCampaign("id = \"c\"\ncontrol-percent = 1\npayers = [\"new\", \"member\"]\n[caps]\nper-payer = 9");
        market.visit(BOOKS, "host");
        market.write(books -> {
            var agreed = new Address(market.payer("host"), "books", "sealed", market.now(), Optional.empty());
            books.addresses().put(agreed, 1);
            return null;
        });
        var invitation = market.invitations.invite(market.payer("host"), "main").orElseThrow();
        market.invitations.join(invitation, market.payer("guest"));
        linked = market.pay(COFFEE, "guest");
        var link = ((Decision.Link) market.identify(COFFEE, linked)).link();
        assertInstanceOf(Standing.Claimed.class, market.claims.claim(link.token(), "coffee-1", Claimant.random()));
        market.write(books -> {
            books.purchases().add(market.payer("guest"), "coffee", 1, market.now());
            books.optOuts().add(market.payer("nobody"), market.now());
            books.copies().ask("0".repeat(64), "coffee", List.of(market.payer("guest")), market.now());
            return null;
        });
        market.cash(COFFEE);
        market.refund(BOOKS, market.pay(BOOKS, "somebody"), "somebody");
        market.addItem("dear", BOOKS, Optional.empty(), Optional.of(new Money(990, "CNY")));
        market.sales().order(market.read(b -> b.items().find("dear")).orElseThrow(), Claimant.random());
    }

    @AfterEach
    void close() {
        if (market != null) {
            market.close();
        }
    }

    /// Links and vouchers are good for 30 days here; their time begins when that is over.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30   | SELECT COUNT(*) FROM notice
            180  | SELECT COUNT(payer_key) FROM payment
            180  | SELECT COUNT(amount) FROM payment
            120  | SELECT COUNT(*) FROM claim_link
            120  | SELECT COUNT(*) FROM claim_offer
            120  | SELECT COUNT(*) FROM voucher WHERE code <> '' OR token_hash <> ''
            1125 | SELECT COUNT(*) FROM voucher
            730  | SELECT COUNT(*) FROM mark
            730  | SELECT COUNT(*) FROM purchase
            730  | SELECT COUNT(*) FROM invitation
            400  | SELECT COUNT(*) FROM payer_tally
            400  | SELECT COUNT(*) FROM exposure
            400  | SELECT COUNT(*) FROM reward
            400  | SELECT COUNT(*) FROM message
            730  | SELECT COUNT(*) FROM message_address
            180  | SELECT COUNT(*) FROM sale
            180  | SELECT COUNT(*) FROM trace WHERE kind = 'payment'
            120  | SELECT COUNT(*) FROM trace WHERE kind IN ('link', 'voucher')
            730  | SELECT COUNT(*) FROM trace WHERE kind IN ('invitation', 'guest')
            120  | SELECT COUNT(*) FROM pool_token
            7    | SELECT COUNT(*) FROM receipt_copy
            7    | SELECT COUNT(*) FROM trace WHERE kind = 'copy'
            """)
    void isKeptForItsDaysAndNoLonger(int days, String query) {
        int before = count(query);
        assertTrue(before > 0, "there is something to keep");
        var end = market.now().plus(Duration.ofDays(days));
        retention.enforce(end.minusSeconds(1));
        assertEquals(before, count(query), "a second too early");
        retention.enforce(end.plusSeconds(1));
        assertEquals(0, count(query), "a second late");
    }

    @Test
    void decisionsAndWishesStayForEver() {
        int payments = count("SELECT COUNT(*) FROM payment WHERE decided_at IS NOT NULL");
        market.clock.moveAhead(Duration.ofDays(100_000));
        assertTrue(retention.enforce(market.now()) > 0);
        assertEquals(0, retention.enforce(market.now()), "a second round finds nothing");
        assertEquals(payments, count("SELECT COUNT(*) FROM payment WHERE decided_at IS NOT NULL"));
        assertEquals(1, count("SELECT COUNT(*) FROM opt_out"));
        assertEquals(new Decision.Plain(Reason.LINK_FORGOTTEN), market.identify(COFFEE, linked), "no second link");
    }

    @Test
    void sessionsGoADayAfterTheyEndedAndTokenCountsWithTheOthers() {
        var door = new StaffDoor(market.database.ledger(handle -> new SqlBooks(handle).staff()), market.clock);
        var invited = door.invite("coffee", "counter");
        market.write(books -> {
            invited.enter(books.staff());
            return null;
        });
        door.enter(invited.link(), invited.pin());
        var end = market.now().plus(StaffDoor.SESSION).plus(Duration.ofDays(1));
        retention.enforce(end);
        assertEquals(1, count("SELECT COUNT(*) FROM staff_session"));
        retention.enforce(end.plusSeconds(1));
        assertEquals(0, count("SELECT COUNT(*) FROM staff_session"));
        retention.enforce(market.now().plus(Duration.ofDays(400)).minus(Duration.ofHours(5)));
        assertEquals(1, count("SELECT COUNT(*) FROM pool_tally"));
        retention.enforce(market.now().plus(Duration.ofDays(400)));
        assertEquals(0, count("SELECT COUNT(*) FROM pool_tally"));
    }

    @Test
    void wishesForCopiesGoAfterAnHour() {
        retention.enforce(market.now().plus(Duration.ofHours(1)));
        assertEquals(1, count("SELECT COUNT(*) FROM copy_wish"));
        retention.enforce(market.now().plus(Duration.ofHours(1)).plusMillis(1));
        assertEquals(0, count("SELECT COUNT(*) FROM copy_wish"));
    }

    @Test
    void moreThanABatchGoesInOneRound() {
        market.write(books -> {
            for (int i = 0; i < 1200; i++) {
                books.payments().note(String.format("%064d", i), market.now());
            }
            return null;
        });
        retention.enforce(market.now().plus(Duration.ofDays(31)));
        assertEquals(0, count("SELECT COUNT(*) FROM notice"));
    }

    @Test
    void everyFieldOfEveryGrowingTableHasItsTime() {
        var fields = new TreeSet<String>();
        for (var table : Shards.KEYS.keySet()) {
            market.read(books -> {
                try (var statement = books.handle().getConnection().createStatement();
                        var none = statement.executeQuery("SELECT * FROM " + table + " WHERE 1 = 0")) {
                    for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                        fields.add(table + "." + none.getMetaData().getColumnName(i));
                    }
                    return Optional.empty();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        assertEquals(fields, new TreeSet<>(Retention.FIELDS.keySet()));
    }

    private int count(String sql) {
        return market.read(
                books -> books.handle().createQuery(sql).mapTo(Integer.class).one());
    }
}
