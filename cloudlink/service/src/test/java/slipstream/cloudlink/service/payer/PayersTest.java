package slipstream.cloudlink.service.payer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static slipstream.cloudlink.service.town.Market.BOOKS;
import static slipstream.cloudlink.service.town.Market.COFFEE;
import static slipstream.cloudlink.service.town.Market.TEA;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import slipstream.cloudlink.service.claim.Claimant;
import slipstream.cloudlink.service.claim.Claims.Standing;
import slipstream.cloudlink.service.claim.Occasion;
import slipstream.cloudlink.service.claim.Redemptions.Redemption;
import slipstream.cloudlink.service.claim.Visitor;
import slipstream.cloudlink.service.claim.Voucher;
import slipstream.cloudlink.service.identify.Decision;
import slipstream.cloudlink.service.identify.Reason;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.store.Kind;
import slipstream.cloudlink.service.store.Shards;
import slipstream.cloudlink.service.store.SqlBooks;
import slipstream.cloudlink.service.town.Market;

/// What payers ask of us, over real databases.
@ParameterizedClass
@EnumSource
class PayersTest {
    @Parameter
    private Kind kind;

    @TempDir
    Path directory;

    private Market market;
    private Payers payers;
    private PayerKey ann;

    @BeforeEach
    void open() throws Exception {
        market = new Market(directory, kind);
        payers = new Payers(market.database.ledger(handle -> new SqlBooks(handle).payers()), market.clock);
        ann = market.payer("ann");
    }

    @AfterEach
    void close() {
        if (market != null) {
            market.close();
        }
    }

    @Test
    void whoOptedOutGetsNoLinkAndNoMarkFromTheNextReceiptOn() {
        market.visit(COFFEE, "ann");
        assertInstanceOf(Decision.Link.class, market.visit(COFFEE, "ann"));
        payers.optOut(List.of(ann));
        assertTrue(payers.isOptedOut(List.of(ann)));
        assertEquals(new Decision.Plain(Reason.OPTED_OUT), market.visit(COFFEE, "ann"));
        var bob = market.payer("bob");
        payers.optOut(List.of(bob));
        assertEquals(new Decision.Plain(Reason.OPTED_OUT), market.visit(TEA, "bob"));
        assertTrue(payers.marks(List.of(bob)).isEmpty(), "and nobody is marked");
        payers.optIn(List.of(ann));
        assertInstanceOf(Decision.Link.class, market.visit(COFFEE, "ann"), "known as before");
    }

    /// Everything there can be about a payer.
    private Voucher everythingAboutAnn() {
        market.addCampaign("id = \"c\"\ncontrol-percent = 1\npayers = [\"new\", \"member\"]\n[caps]\nper-payer = 9");
        market.visit(BOOKS, "ann");
        var token = market.invitations.invite(ann, "main").orElseThrow();
        market.invitations.join(token, market.payer("guest"));
        market.visit(TEA, "guest");
        market.link(COFFEE, "ann");
        var voucher = claim("ann", "coffee-1");
        market.write(books -> {
            books.purchases().add(ann, "coffee", 1, market.now());
            return null;
        });
        return voucher;
    }

    private Voucher claim(String payer, String item) {
        var link = market.link(COFFEE, payer);
        var visitor = new Visitor(Optional.empty(), List.of(market.payer(payer)));
        var claimed = market.claims.claim(link.token(), item, visitor, visitor.claimant());
        return assertInstanceOf(Standing.Claimed.class, claimed).voucher();
    }

    @Test
    void theDossierHoldsEverythingAndNoSecret() {
        var voucher = everythingAboutAnn();
        payers.optOut(List.of(ann));
        var dossier = payers.dossier(List.of(ann));
        var tables = dossier.parts().stream().map(Dossier.Part::table).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                Set.of(
                        "mark",
                        "opt_out",
                        "purchase",
                        "payer_tally",
                        "exposure",
                        "reward",
                        "payment",
                        "claim_link",
                        "voucher",
                        "invitation"),
                tables);
        var all = dossier.toString();
        assertTrue(all.contains(voucher.code().value()), "the code of one's own voucher");
        assertTrue(all.contains("paid_at=2026-11-22T04:00:00Z"), all);
        assertFalse(all.contains(ann.hash()));
        assertFalse(all.matches("(?s).*[0-9a-f]{64}.*"), all);
    }

    @Test
    void nothingIsLeftOfWhoIsForgotten() throws Exception {
        var unused = everythingAboutAnn();
        var used = claim("ann", "coffee-1");
        assertInstanceOf(
                Redemption.Redeemed.class,
                market.redemptions.redeem(used.code(), "coffee", Occasion.ofPress("staff", "1")));
        assertFalse(holding(ann.hash()).isEmpty());
        payers.forget(List.of(ann));
        assertEquals(Set.of(), holding(ann.hash()));
        assertEquals(Set.of(), holding(unused.code().value()));
        assertTrue(payers.dossier(List.of(ann)).parts().isEmpty());
        assertInstanceOf(
                Redemption.TakenBack.class,
                market.redemptions.redeem(unused.code(), "coffee", Occasion.ofPress("staff", "2")));
        assertInstanceOf(
                Redemption.UsedUp.class,
                market.redemptions.redeem(used.code(), "coffee", Occasion.ofPress("staff", "3")));
        assertTrue(
                market.claims.held(new Visitor(Optional.empty(), List.of(ann))).isEmpty());
    }

    @Test
    void whoIsForgottenIsAStrangerAndTheirGuestsThankNobody() {
        market.visit(BOOKS, "ann");
        var token = market.invitations.invite(ann, "main").orElseThrow();
        market.invitations.join(token, market.payer("guest"));
        payers.forget(List.of(ann));
        assertInstanceOf(Decision.Link.class, market.visit(COFFEE, "guest"), "the guest is known as before");
        assertTrue(market.pushed.isEmpty(), "and nobody is thanked");
        assertEquals(new Decision.Plain(Reason.FIRST_PAYMENT), market.visit(COFFEE, "ann"));
    }

    @Test
    void aReprintAfterBeingForgottenGivesNoSecondLink() {
        market.visit(BOOKS, "ann");
        var reference = market.pay(BOOKS, "ann");
        assertInstanceOf(Decision.Link.class, market.identify(BOOKS, reference));
        payers.forget(List.of(ann));
        assertEquals(new Decision.Plain(Reason.LINK_FORGOTTEN), market.identify(BOOKS, reference));
    }

    @Test
    void theWishToBeLeftAloneOutlivesBeingForgotten() {
        market.visit(BOOKS, "ann");
        payers.optOut(List.of(ann));
        payers.forget(List.of(ann));
        assertEquals(new Decision.Plain(Reason.OPTED_OUT), market.visit(BOOKS, "ann"));
    }

    @Test
    void whatSomebodyElseHasClaimedStaysTheirs() throws Exception {
        market.visit(BOOKS, "ann");
        var link = market.link(BOOKS, "ann");
        var finder = Claimant.random();
        assertInstanceOf(Standing.Claimed.class, market.claims.claim(link.token(), "books-1", finder));
        var mine = market.claims.held(new Visitor(Optional.empty(), List.of(ann)));
        assertEquals(
                List.of(new Standing.Used()),
                mine.stream().map(held -> held.standing()).toList(),
                "the payer sees that it is gone, not the code");
        payers.forget(List.of(ann));
        assertEquals(Set.of(), holding(ann.hash()));
        assertInstanceOf(
                Standing.Claimed.class, market.claims.look(link.token(), Optional.of(finder)), "the finder keeps it");
    }

    @Test
    void aVoucherThatIsForgottenReturnsToTheStock() {
        market.addItem("rare", BOOKS, Optional.of(1));
        market.visit(BOOKS, "ann");
        var link = market.link(BOOKS, "ann");
        var visitor = new Visitor(Optional.empty(), List.of(ann));
        market.claims.claim(link.token(), "rare", visitor, visitor.claimant());
        payers.forget(List.of(ann));
        market.visit(BOOKS, "bob");
        assertTrue(market.link(BOOKS, "bob").items().stream()
                .anyMatch(item -> item.id().equals("rare")));
    }

    @Test
    void whatABrowserHasClaimedIsFoundByItAndForgottenByIt() throws Exception {
        market.visit(BOOKS, "ann");
        var link = market.link(BOOKS, "ann");
        var browser = Claimant.random();
        market.claims.claim(link.token(), "books-1", browser);
        var visitor = Visitor.of(Optional.of(browser));
        assertEquals(1, market.claims.held(visitor).size());
        assertEquals(
                List.of("voucher"),
                payers.dossier(visitor.keys()).parts().stream()
                        .map(Dossier.Part::table)
                        .toList());
        payers.forget(visitor.keys());
        assertTrue(market.claims.held(visitor).isEmpty());
        assertEquals(1, payers.marks(List.of(ann)).size(), "the payer is known as before");
    }

    /// The columns in which a text is found, in any table.
    private Set<String> holding(String text) throws SQLException {
        return market.read(books -> {
            var columns = new TreeSet<String>();
            for (var table : Shards.KEYS.keySet()) {
                for (var row : books.handle()
                        .createQuery("SELECT * FROM " + table)
                        .mapToMap()
                        .list()) {
                    row.forEach((column, value) -> {
                        if (String.valueOf(value).contains(text)) {
                            columns.add(table + "." + column);
                        }
                    });
                }
            }
            return columns;
        });
    }
}
