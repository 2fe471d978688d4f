package slipstream.cloudlink.service.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static slipstream.cloudlink.service.town.Market.COFFEE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import slipstream.cloudlink.protocol.CopyName;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.claim.Claims.Standing;
import slipstream.cloudlink.service.claim.Visitor;
import slipstream.cloudlink.service.copy.Copies.Copy;
import slipstream.cloudlink.service.pool.AtScan.Scan;
import slipstream.cloudlink.service.store.Kind;
import slipstream.cloudlink.service.town.Market;

/// Copies of receipts where payers are known by a wallet, on either store.
@ParameterizedClass
@EnumSource
class CopiesTest {
    @Parameter
    private Kind kind;

    @TempDir
    Path directory;

    private Market market;

    @BeforeEach
    void open() throws Exception {
        market = new Market(directory, kind);
        market.write(books -> books.merchants().change(COFFEE.withCopies(true)));
        market.visit(COFFEE, "anna");
    }

    @AfterEach
    void close() {
        if (market != null) {
            market.close();
        }
    }

    @Test
    void aReceiptWithATokenOfThePoolIsFoundByThatToken() {
        var token = market.cash(COFFEE);
        var link = assertInstanceOf(Scan.Link.class, market.scan(token, "anna")).link();
        var copies = market.copies();
        copies.printed(token, link);
        copies.printed(market.token(COFFEE), link);
        claim(link, "anna");
        assertEquals(
                new Copy.Fetching(), copies.ask(link.token(), visitor("anna")).orElseThrow());
        var name = CopyName.of(token.value());
        var coffee = COFFEE.withCopies(true);
        assertEquals(List.of(name), copies.wanted(coffee).wanted());
        assertTrue(copies.handIn(coffee, name, "a receipt"));
        assertEquals(
                new Copy.Here("a receipt"),
                copies.look(link.token(), visitor("anna")).orElseThrow());
        assertEquals(Optional.empty(), copies.look(link.token(), visitor("ben")));
    }

    @Test
    void whatIsKeptIsSealedAndOpensForItsOwnNameOnly() {
        var link = market.link(COFFEE, "anna");
        claim(link, "anna");
        var copies = market.copies();
        copies.ask(link.token(), visitor("anna"));
        var name = CopyName.of(link.token().value());
        assertTrue(copies.handIn(COFFEE.withCopies(true), name, "latte 12.80"));
        var sealed = market.read(books -> books.copies().find(name))
                .orElseThrow()
                .sealed()
                .orElseThrow();
        assertFalse(sealed.contains("latte"));
        assertEquals(
                new Copy.Here("latte 12.80"),
                copies.look(link.token(), visitor("anna")).orElseThrow());
        market.write(books -> books.handle().execute("UPDATE receipt_copy SET copy_hash = ?", "0".repeat(64)));
        market.write(books -> books.handle().execute("UPDATE claim_link SET printed_hash = ?", "0".repeat(64)));
        assertEquals(new Copy.Gone(), copies.look(link.token(), visitor("anna")).orElseThrow());
    }

    @Test
    void onceDeletedItMayBeAskedForAgainAndItsDaysCountAnew() {
        var link = market.link(COFFEE, "anna");
        claim(link, "anna");
        var copies = market.copies();
        copies.ask(link.token(), visitor("anna"));
        market.clock.moveAhead(Duration.ofDays(6));
        copies.ask(link.token(), visitor("anna"));
        var traced = market.read(books -> books.handle()
                .createQuery("SELECT lasts_to FROM trace WHERE kind = 'copy'")
                .mapTo(Long.class)
                .list());
        assertEquals(List.of(market.now().toEpochMilli()), traced);
    }

    private void claim(ClaimLink link, String payer) {
        var visitor = visitor(payer);
        assertInstanceOf(
                Standing.Claimed.class,
                market.claims.claim(link.token(), link.items().getFirst().id(), visitor, visitor.claimant()));
    }

    private Visitor visitor(String payer) {
        return new Visitor(Optional.empty(), List.of(market.payer(payer)));
    }
}
