package slipstream.cloudlink.service.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static slipstream.cloudlink.service.town.Market.BOOKS;
import static slipstream.cloudlink.service.town.Market.COFFEE;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.postgresql.PGStatement;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.protocol.RefundAnswer.Outcome;
import slipstream.cloudlink.protocol.TokenUse;
import slipstream.cloudlink.service.account.AuditEntry;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.claim.Claimant;
import slipstream.cloudlink.service.claim.Claims.Standing;
import slipstream.cloudlink.service.claim.Redemptions.Redemption;
import slipstream.cloudlink.service.claim.Visitor;
import slipstream.cloudlink.service.config.DatabaseAddress;
import slipstream.cloudlink.service.copy.Copies.Copy;
import slipstream.cloudlink.service.figures.BoxReport;
import slipstream.cloudlink.service.fleet.EnrolmentStore;
import slipstream.cloudlink.service.gateway.PaymentState;
import slipstream.cloudlink.service.identify.Decision;
import slipstream.cloudlink.service.identify.Reason;
import slipstream.cloudlink.service.message.Address;
import slipstream.cloudlink.service.message.Message;
import slipstream.cloudlink.service.payer.Payers;
import slipstream.cloudlink.service.pool.AtScan.Scan;
import slipstream.cloudlink.service.secret.Hashes;
import slipstream.cloudlink.service.staff.StaffDoor;
import slipstream.cloudlink.service.staff.StaffDoor.Entry;
import slipstream.cloudlink.service.town.Market;

/// Every statement on the way of a receipt, a claim, a redemption and a refund is answered by one shard.
///
/// Each sharded table is cut into hash partitions by its shard key. Then everything that is hot is done, and
/// PostgreSQL is asked for the plan of every statement as it ran, with its values: none may look into more
/// than one partition of a table. What runs is watched, not a list, so no statement can be forgotten.
class SingleShardTest {
    private static final int PARTITIONS = 4;
    private static final Pattern PARTITION = Pattern.compile("\\b([a-z_]+)_p([0-9])\\b");

    /// Statements by their text, with the partitions that were looked into, by table.
    private final Map<String, Map<String, Set<String>>> seen = new ConcurrentHashMap<>();

    private final SqlLogger observer = new SqlLogger() {
        @Override
        public void logAfterExecution(StatementContext context) {
            seen.put(context.getParsedSql().getSql(), partitions(context));
        }
    };

    @Test
    void everyHotStatementIsAnsweredByOneShard() throws Exception {
        var address = partitioned();
        try (var market = new Market(Database.open(address, observer))) {
            seen.clear();
            everythingHot(market);
            assertTrue(seen.size() > 40, seen.size() + " statements");
            seen.forEach((sql, tables) ->
                    tables.forEach((table, partitions) -> assertEquals(1, partitions.size(), table + " in " + sql)));
            var touched = seen.values().stream()
                    .flatMap(tables -> tables.keySet().stream())
                    .collect(Collectors.toSet());
            var written = Shards.KEYS.keySet().stream()
                    .filter(table -> seen.keySet().stream().anyMatch(sql -> sql.startsWith("INSERT INTO " + table)))
                    .collect(Collectors.toSet());
            touched.addAll(written);
            assertEquals(Shards.KEYS.keySet(), touched, "everything that is sharded took part");
        }
    }

    @Test
    void aStatementWithoutItsShardKeyWouldBeNoticed() throws Exception {
        try (var market = new Market(Database.open(partitioned(), observer))) {
            seen.clear();
            market.read(books -> books.handle()
                    .createQuery("SELECT COUNT(*) FROM claim_link WHERE merchant_id = :merchant")
                    .bind("merchant", "coffee")
                    .mapTo(Integer.class)
                    .one());
            assertEquals(
                    PARTITIONS,
                    seen.values().iterator().next().get("claim_link").size());
        }
    }

    @Test
    void everyShardKeyLeadsItsTablesPrimaryKey() throws Exception {
        var address = TemporaryPostgres.database();
        Database.open(address).close();
        try (var connection = TemporaryPostgres.connect(address)) {
            var metadata = connection.getMetaData();
            for (var table : Shards.KEYS.entrySet()) {
                try (var keys = metadata.getPrimaryKeys(null, connection.getSchema(), table.getKey())) {
                    var columns = new HashMap<Integer, String>();
                    while (keys.next()) {
                        columns.put(keys.getInt("KEY_SEQ"), keys.getString("COLUMN_NAME"));
                    }
                    assertEquals(table.getValue(), columns.get(1), table.getKey());
                }
            }
            var tables = new TreeSet<>(Shards.KEYS.keySet());
            tables.addAll(Shards.EVERYWHERE);
            tables.add("flyway_schema_history");
            var there = new TreeSet<String>();
            try (var rows = metadata.getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
                while (rows.next()) {
                    there.add(rows.getString("TABLE_NAME"));
                }
            }
            assertEquals(tables, there, "no table is forgotten");
        }
    }

    private static void everythingHot(Market market) {
        market.addItem("rare", BOOKS, Optional.of(2));
        market.addCampaign("""
                id = "full"
                payers = ["new", "member", "lapsed"]
                purchase-threshold = 5
                control-percent = 1
                [caps]
                per-payer = 100
                per-payer-day = 50
                per-day = 1000
                total = 1000
                rewards-per-payer-day = 10
                """);
        var host = payer(market, "host");
        market.write(books -> {
            books.purchases().add(market.payer(host), "coffee", 1, market.now());
            return null;
        });
        market.write(books -> {
            var agreed = new Address(market.payer(host), "books", "sealed", market.now(), Optional.empty());
            books.addresses().put(agreed, 1);
            return null;
        });
        var invitation = market.invitations.invite(market.payer(host), "main").orElseThrow();
        var guest = "guest";
        market.invitations.join(invitation, market.payer(guest));
        var paid = market.pay(COFFEE, guest);
        market.identify(COFFEE, paid);
        market.identify(COFFEE, paid);
        var books = market.link(BOOKS, host);
        market.claims.look(books.token(), Optional.empty());
        var rewards = market.read(b -> b.rewards().of(market.payer(host)));
        assertFalse(rewards.isEmpty());
        tell(market, rewards.getFirst().link());
        var voucher = assertInstanceOf(
                        Standing.Claimed.class, market.claims.claim(books.token(), "rare", Claimant.random()))
                .voucher();
        var press = Market.press();
        assertInstanceOf(Redemption.Redeemed.class, market.redemptions.redeem(voucher.code(), "books", press));
        assertTrue(market.redemptions.undo(voucher.code(), press));
        assertInstanceOf(Scan.Link.class, market.scan(market.cash(BOOKS), host));
        staff(market);
        var refunded = market.pay(BOOKS, host);
        claim(market, ((Decision.Link) market.identify(BOOKS, refunded)).link(), "rare");
        market.refund(BOOKS, refunded, host);
        market.refund(COFFEE, paid, guest);
        assertEquals(Outcome.GIVEN_BACK, market.refunds.told(COFFEE, Market.question(paid)));
        market.entrusted = false;
        var unseen = market.pay(BOOKS, host);
        var token = market.token(BOOKS).value();
        market.scan(market.print(BOOKS, new TokenUse(token, "1", "w", "wechat", "", unseen, null, null, null)), host);
        assertEquals(Outcome.GIVEN_BACK, market.refunds.told(BOOKS, Market.question(unseen)));
        market.entrusted = true;
        market.write(b -> {
            b.optOuts().add(market.payer("nobody"), market.now());
            return null;
        });
        buy(market, guest);
        copy(market, guest);
        var payers = new Payers(market.database.ledger(handle -> new SqlBooks(handle).payers()), market.clock);
        assertFalse(payers.dossier(List.of(market.payer(guest))).parts().isEmpty());
        assertFalse(market.claims
                .held(new Visitor(Optional.empty(), List.of(market.payer(guest))))
                .isEmpty());
        payers.forget(List.of(market.payer(guest)));
        market.useKeys(2);
        market.visit(COFFEE, host);
        atTheConsole(market, books);
    }

    /// What every request to the console, every look and every report of a box asks.
    private static void atTheConsole(Market market, ClaimLink link) {
        var now = market.now();
        var report = new BoxReport(LocalDate.ofInstant(now, ZoneOffset.UTC).toString(), "1", Map.of("receipts", 7L));
        market.write(b -> {
            b.figures().looked(link.token(), now);
            b.figures().tell("books", "box", report.checked(LocalDate.ofInstant(now, ZoneOffset.UTC)));
            b.accounts().tries("name", now);
            b.accounts().lock("name", now);
            b.accounts().forgetTries("name");
            b.sessions().start("session", "anna", now, now.plusSeconds(60));
            b.sessions().find("session");
            b.sessions().seen("session", now.plusSeconds(1));
            b.sessions().end("session");
            b.audit().add(new AuditEntry(now, "anna", Optional.empty(), "sign-in", "anna", ""));
            b.enrolments().invite("token", new EnrolmentStore.Invitation("books", "till", now, now.plusSeconds(60)));
            b.enrolments().take("token", now);
            return null;
        });
        market.read(b -> b.figures().between(List.of("books"), 0, 1));
    }

    /// Everything about a message but looking for what is due.
    private static void tell(Market market, ClaimLink reward) {
        var now = market.now();
        var hash = Hashes.sha256("token", reward.token().value());
        var message = new Message(reward.payer(), hash, now, now, 0, Optional.empty());
        market.write(b -> {
            assertTrue(b.messages().lease(message, now, now.plusSeconds(9)), "it was put with the reward");
            assertTrue(b.messages().reward(message, now).isPresent());
            b.messages().postpone(message, now, false);
            b.messages().settle(message, "sent");
            b.addresses().reached(reward.payer(), now);
            b.addresses().unreachable(reward.payer(), now);
            return b.addresses().of(reward.payer());
        });
    }

    /// Asks for a copy of a receipt with a token of the pool, has it handed in, and sees it.
    private static void copy(Market market, String payer) {
        var coffee = COFFEE.withCopies(true);
        market.write(b -> b.merchants().change(coffee));
        var copies = market.copies();
        var token = market.cash(COFFEE);
        var link = assertInstanceOf(Scan.Link.class, market.scan(token, payer)).link();
        copies.printed(token, link);
        var visitor = new Visitor(Optional.empty(), List.of(market.payer(payer)));
        assertInstanceOf(
                Standing.Claimed.class,
                market.claims.claim(link.token(), link.items().getFirst().id(), visitor, visitor.claimant()));
        copies.ask(link.token(), visitor);
        for (var name : copies.wanted(coffee).wanted()) {
            assertTrue(copies.handIn(coffee, name, "a receipt"));
        }
        assertInstanceOf(Copy.Here.class, copies.look(link.token(), visitor).orElseThrow());
    }

    /// Buys an item with a stock, and gives it back.
    private static void buy(Market market, String payer) {
        market.addItem("dear", BOOKS, Optional.of(1), Optional.of(new Money(990, "CNY")));
        var sales = market.sales();
        var item = sales.offered(BOOKS).getFirst();
        var number = sales.order(item, Claimant.of(market.payer(payer)));
        for (var state : List.of(PaymentState.SUCCESSFUL, PaymentState.REFUNDED)) {
            sales.told(BOOKS, Market.order(number, payer, item.price().orElseThrow(), state));
        }
        assertTrue(sales.find("books", number).orElseThrow().paidAt().isPresent());
    }

    private static void staff(Market market) {
        var door = new StaffDoor(market.database.ledger(handle -> new SqlBooks(handle).staff()), market.clock);
        var invited = door.invite("coffee", "counter");
        market.write(books -> {
            invited.enter(books.staff());
            return null;
        });
        var session = assertInstanceOf(Entry.Entered.class, door.enter(invited.link(), invited.pin()))
                .session();
        assertEquals(invited.staff(), door.present(session).orElseThrow());
        door.leave(session);
    }

    /// A payer whom the campaign gives links.
    private static String payer(Market market, String name) {
        for (int i = 0; ; i++) {
            if (market.visit(COFFEE, name + i).reason() != Reason.CONTROL_GROUP) {
                return name + i;
            }
        }
    }

    private static void claim(Market market, ClaimLink link, String item) {
        assertInstanceOf(Standing.Claimed.class, market.claims.claim(link.token(), item, Claimant.random()));
    }

    private static Map<String, Set<String>> partitions(StatementContext context) {
        var partitions = new HashMap<String, Set<String>>();
        try (var explain = context.getConnection().createStatement();
                // PostgreSQL's driver tells a statement with its values filled in.
                var lines =
                        explain.executeQuery("EXPLAIN " + context.getStatement().unwrap(PGStatement.class))) {
            while (lines.next()) {
                var matcher = PARTITION.matcher(lines.getString(1));
                while (matcher.find()) {
                    partitions
                            .computeIfAbsent(matcher.group(1), table -> new TreeSet<>())
                            .add(matcher.group(2));
                }
            }
            return partitions;
        } catch (SQLException e) {
            throw new IllegalStateException(context.getParsedSql().getSql(), e);
        }
    }

    /// A database whose sharded tables are cut into partitions.
    private static DatabaseAddress partitioned() throws IOException, SQLException {
        var address = TemporaryPostgres.database();
        Database.open(address).close();
        try (var connection = TemporaryPostgres.connect(address);
                var statement = connection.createStatement()) {
            for (var table : Shards.KEYS.entrySet()) {
                for (var sql : partitioning(table.getKey(), table.getValue())) {
                    statement.execute(sql);
                }
            }
        }
        return address;
    }

    private static List<String> partitioning(String table, String key) {
        var statements = new ArrayList<>(List.of(
                "ALTER TABLE " + table + " RENAME TO " + table + "_whole",
                "CREATE TABLE " + table + " (LIKE " + table + "_whole INCLUDING ALL) PARTITION BY HASH (" + key + ")",
                "DROP TABLE " + table + "_whole"));
        for (int i = 0; i < PARTITIONS; i++) {
            statements.add("CREATE TABLE " + table + "_p" + i + " PARTITION OF " + table + " FOR VALUES WITH (MODULUS "
                    + PARTITIONS + ", REMAINDER " + i + ")");
        }
        return statements;
    }
}
