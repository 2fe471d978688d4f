package slipstream.cloudlink.service.town;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import slipstream.cloudlink.protocol.Crockford;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.protocol.TokenUse;
import slipstream.cloudlink.protocol.TokenUseAnswer;
import slipstream.cloudlink.service.campaign.CampaignText;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.claim.ClaimStore;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.claim.Claims;
import slipstream.cloudlink.service.claim.Occasion;
import slipstream.cloudlink.service.claim.Redemptions;
import slipstream.cloudlink.service.copy.Copies;
import slipstream.cloudlink.service.fleet.Device;
import slipstream.cloudlink.service.gateway.Payment;
import slipstream.cloudlink.service.gateway.PaymentGateway;
import slipstream.cloudlink.service.gateway.PaymentState;
import slipstream.cloudlink.service.identify.Books;
import slipstream.cloudlink.service.identify.Decision;
import slipstream.cloudlink.service.identify.Identification;
import slipstream.cloudlink.service.identify.Refunds;
import slipstream.cloudlink.service.identify.ScanIdentification;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.ledger.Ledger;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.pool.AtScan;
import slipstream.cloudlink.service.pool.Pool;
import slipstream.cloudlink.service.pool.PoolStore;
import slipstream.cloudlink.service.reward.Invitations;
import slipstream.cloudlink.service.sale.Sales;
import slipstream.cloudlink.service.secret.Keyring;
import slipstream.cloudlink.service.secret.Vault;
import slipstream.cloudlink.service.store.Database;
import slipstream.cloudlink.service.store.Kind;
import slipstream.cloudlink.service.store.SqlBooks;

/// Merchants and payers over a real database, without network: coffee and tea exclude each other, books is in
/// no group. Payments are known to the platform from the moment they are made.
public final class Market implements AutoCloseable {
    public static final String APPID = "wx1";
    public static final Merchant COFFEE = merchant("coffee", Optional.of("drinks"));
    public static final Merchant TEA = merchant("tea", Optional.of("drinks"));
    public static final Merchant BOOKS = merchant("books", Optional.empty());

    /// Stands still at noon in Shanghai, unless it is moved.
    public final MovableClock clock =
            new MovableClock(Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC));
    public final Database database;
    public final Ledger<SqlBooks> ledger;
    public final Claims claims;
    public final Redemptions redemptions;
    public final Invitations invitations;
    public final List<ClaimLink> pushed = new ArrayList<>();
    public Keyring keyring;
    public Identification identification;
    public Refunds refunds;
    public Pool pool;
    public AtScan atScan;
    /// False: nobody has entrusted anything, so no payment can be looked up.
    public boolean entrusted = true;

    private final Map<String, Payment> platform = new ConcurrentHashMap<>();
    private final AtomicInteger payments = new AtomicInteger();
    private final AtomicInteger notices = new AtomicInteger();

    public Market(Path directory, Kind kind) throws IOException {
        this(Database.open(kind.address(directory)));
    }

    public Market(Database database) {
        this.database = database;
        this.ledger = database.ledger(SqlBooks::new);
        var books = database.<Books>ledger(SqlBooks::new);
        this.claims = new Claims(database.<ClaimStore>ledger(handle -> new SqlBooks(handle).claims()), clock);
        this.redemptions = new Redemptions(database.ledger(handle -> new SqlBooks(handle).claims()), clock);
        this.invitations = new Invitations(books, clock);
        useKeys(1);
        for (var merchant : List.of(COFFEE, TEA, BOOKS)) {
            if (write(b -> b.merchants().add(merchant))) {
                addItem(merchant.id() + "-1", merchant, Optional.empty());
            }
        }
    }

    /// Starts a node of its own over a database: only the database is shared.
    public Identification node(Database own, Clock clock) {
        return new Identification(
                own.ledger(SqlBooks::new), gateway(), keyring, Duration.ofDays(30), pushed::add, clock);
    }

    /// From now on payers are hashed under the newest of this many keys.
    public void useKeys(int versions) {
        var keys = new TreeMap<Integer, byte[]>();
        for (int version = 1; version <= versions; version++) {
            var key = new byte[32];
            key[0] = (byte) version;
            keys.put(version, key);
        }
        keyring = new Keyring(keys);
        identification = node(database, clock);
        var scans = new ScanIdentification(identification, database.ledger(SqlBooks::new), keyring, clock);
        refunds = new Refunds(identification, database.ledger(SqlBooks::new), gateway(), keyring, clock);
        pool = new Pool(pools(), scans, Duration.ofDays(30), clock);
        atScan =
                new AtScan(pools(), scans, id -> read(books -> books.merchants().find(id)), clock);
    }

    private Ledger<PoolStore> pools() {
        return database.ledger(handle -> new SqlBooks(handle).pool());
    }

    /// The box at a merchant.
    public static Device box(Merchant merchant) {
        return new Device("box-" + merchant.id(), merchant.id(), "till", Optional.empty());
    }

    /// A box prints a token on a receipt and tells of it at once.
    public ClaimToken print(Merchant merchant, TokenUse use) {
        var token = new ClaimToken(use.token());
        var outcome = pool.used(box(merchant), merchant, use, now());
        if (outcome != TokenUseAnswer.Outcome.BOUND) {
            throw new AssertionError(outcome);
        }
        return token;
    }

    /// A token from the pool of the box at a merchant.
    public ClaimToken token(Merchant merchant) {
        return pool.issue(box(merchant), 1, Optional.empty())
                .orElseThrow()
                .tokens()
                .getFirst();
    }

    /// A token on a receipt that was paid in cash.
    public ClaimToken cash(Merchant merchant) {
        var receipt = "r" + payments.incrementAndGet();
        return print(merchant, TokenUse.cash(token(merchant).value(), "1", receipt, "", new Money(1280, "CNY")));
    }

    /// Somebody scans a token.
    public AtScan.Scan scan(ClaimToken token, String openid) {
        return atScan.resolve(token, List.of(payer(openid)));
    }

    private PaymentGateway gateway() {
        return (merchant, reference, slip) -> {
            var payment = platform.get(merchant.id() + "/" + reference.value());
            if (!entrusted) {
                return new PaymentGateway.Answer.Unsupported();
            }
            return payment == null ? new PaymentGateway.Answer.NotFound() : new PaymentGateway.Answer.Found(payment);
        };
    }

    private static Merchant merchant(String id, Optional<String> group) {
        return new Merchant(id, Wording.of(id), Locale.CHINESE, "main", group);
    }

    public void addItem(String id, Merchant merchant, Optional<Integer> stock) {
        addItem(id, merchant, stock, Optional.empty());
    }

    /// @param price for how much it can be bought, if it can
    public void addItem(String id, Merchant merchant, Optional<Integer> stock, Optional<Money> price) {
        var item = new VirtualItem(
                id,
                merchant.id(),
                merchant.name(),
                merchant.address(),
                Wording.of("item " + id),
                Optional.empty(),
                30,
                stock,
                price,
                Optional.empty());
        write(books -> {
            books.items().add(item);
            return null;
        });
    }

    /// Who sells items.
    public Sales sales() {
        return new Sales(database.ledger(handle -> new SqlBooks(handle).sales()), keyring, clock);
    }

    /// Copies of receipts, sealed under a key of zeros.
    public Copies copies() {
        return new Copies(
                database.ledger(handle -> new SqlBooks(handle).copies()),
                claims,
                id -> read(books -> books.merchants().find(id)),
                new Vault(new TreeMap<>(Map.of(1, new byte[32]))),
                clock);
    }

    public void addCampaign(String toml) {
        try {
            var campaign = CampaignText.read("campaign", toml);
            write(books -> books.campaigns().add(campaign, toml, clock.instant()));
        } catch (IOException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /// Somebody pays 12.80 CNY; how the receipt calls the payment.
    public PaymentReference pay(Merchant merchant, String payer) {
        return pay(merchant, payer, new Money(1280, "CNY"));
    }

    public PaymentReference pay(Merchant merchant, String payer, Money amount) {
        var number = "42" + String.format("%026d", payments.incrementAndGet());
        put(merchant, number, payer, amount, PaymentState.SUCCESSFUL);
        return new PaymentReference("wechat", "transaction_id", number);
    }

    private Payment put(Merchant merchant, String number, String payer, Money amount, PaymentState state) {
        var names = List.of(
                new PaymentReference("wechat", "transaction_id", number),
                new PaymentReference("wechat", "out_trade_no", "T" + number));
        var payment = new Payment(
                "wechat",
                number,
                names,
                state,
                Optional.of(new Payment.PayerId(APPID, payer)),
                Optional.of(amount),
                Optional.of(clock.instant()));
        names.forEach(name -> platform.put(merchant.id() + "/" + name.value(), payment));
        return payment;
    }

    /// What the platform says of the payment for an order of ours.
    public static Payment order(String number, String payer, Money amount, PaymentState state) {
        return new Payment(
                "wechat",
                "id-of-" + number,
                List.of(new PaymentReference("wechat", "out_trade_no", number)),
                state,
                Optional.of(new Payment.PayerId(APPID, payer)),
                Optional.of(amount),
                Optional.empty());
    }

    public Decision identify(Merchant merchant, PaymentReference reference) {
        return identification.identify(merchant, question(reference));
    }

    /// What a box asks that has read no total.
    public static IdentifyRequest question(PaymentReference reference) {
        return IdentifyRequest.of("1", reference, null);
    }

    /// Somebody pays by card; the acquirer gives every payment the same number, and knows the newest by it.
    public PaymentReference payByCard(Merchant merchant, String payer) {
        var number = new PaymentReference("card", "rrn", "000000000001");
        var payment = new Payment(
                "wechat",
                "a" + payments.incrementAndGet(),
                List.of(number),
                PaymentState.SUCCESSFUL,
                Optional.of(new Payment.PayerId(APPID, payer)),
                Optional.empty(),
                Optional.empty());
        platform.put(merchant.id() + "/" + number.value(), payment);
        return number;
    }

    /// Pays and asks at once.
    public Decision visit(Merchant merchant, String payer) {
        return identify(merchant, pay(merchant, payer));
    }

    /// Pays, asks, and expects a link.
    public ClaimLink link(Merchant merchant, String payer) {
        return ((Decision.Link) visit(merchant, payer)).link();
    }

    /// The platform tells that a payment was given back.
    public boolean refund(Merchant merchant, PaymentReference reference, String payer) {
        var payment = becomesRefunded(merchant, reference, payer);
        return identification.told(merchant, "notice-" + notices.incrementAndGet(), payment);
    }

    /// The platform gives a payment back, and does not tell.
    public Payment becomesRefunded(Merchant merchant, PaymentReference reference, String payer) {
        return put(merchant, reference.value(), payer, new Money(1280, "CNY"), PaymentState.REFUNDED);
    }

    /// Somebody at a till presses a button.
    public static Occasion press() {
        return Occasion.ofPress("staff", Crockford.random(16));
    }

    public PayerKey payer(String openid) {
        return keyring.payer("wechat", APPID, openid);
    }

    public <T> T read(Function<SqlBooks, T> work) {
        return ledger.read(work);
    }

    public <T> T write(Function<SqlBooks, T> work) {
        return ledger.write(work);
    }

    public Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {
        database.close();
    }
}
