package slipstream.cloudlink.service.sale;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tinylog.Logger;
import slipstream.cloudlink.protocol.VoucherCode;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.claim.Claimant;
import slipstream.cloudlink.service.claim.Voucher;
import slipstream.cloudlink.service.gateway.Payment;
import slipstream.cloudlink.service.gateway.PaymentState;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.ledger.Ledger;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.secret.Keyring;

/// Sells items. Safe for any number of threads.
///
/// An order is settled by what the platform says of its payment, whoever brings the word: a notice, or an answer.
/// Settling twice changes nothing.
public final class Sales {
    private final Ledger<SaleStore> ledger;
    private final Keyring keyring;
    private final Clock clock;

    public Sales(Ledger<SaleStore> ledger, Keyring keyring, Clock clock) {
        this.ledger = ledger;
        this.keyring = keyring;
        this.clock = clock;
    }

    /// What a merchant sells.
    public List<VirtualItem> offered(Merchant merchant) {
        return ledger.read(store -> store.items().offeredBy(merchant)).stream()
                .filter(item ->
                        item.merchantId().equals(merchant.id()) && item.price().isPresent())
                .toList();
    }

    /// Orders an item; the order's number, by which the platform will know it.
    public String order(VirtualItem item, Claimant claimant) {
        // Letters and digits that name nobody: platforms and merchants see it.
        var number =
                "S" + ClaimToken.random().value() + ClaimToken.random().value().substring(0, 8);
        var token = ClaimToken.random();
        var sale = new Sale(
                key(item.merchantId(), number),
                item.merchantId(),
                item.id(),
                token,
                claimant.hash(token),
                claimant.key(),
                item.price().orElseThrow(),
                Optional.empty());
        ledger.write(store -> {
            store.order(sale, clock.instant());
            return null;
        });
        return number;
    }

    /// An order by its number.
    public Optional<Sale> find(String merchantId, String number) {
        return ledger.read(store -> store.find(key(merchantId, number)));
    }

    /// A platform has told of a payment; when it is that of an order, the order is settled, or undone.
    public void told(Merchant merchant, Payment payment) {
        for (var name : payment.names()) {
            var key = key(merchant.id(), name.value());
            var sale = ledger.read(store -> store.find(key));
            if (sale.isPresent()) {
                if (payment.state() == PaymentState.SUCCESSFUL) {
                    settle(sale.get(), payment);
                } else if (payment.state() == PaymentState.REFUNDED) {
                    undo(sale.get(), payment);
                }
            }
        }
    }

    private void settle(Sale sale, Payment payment) {
        if (!payment.amount().equals(Optional.of(sale.price()))
                || payment.payer().isEmpty()) {
            Logger.warn("merchant {}: {} does not pay for what was ordered", sale.merchantId(), payment);
            return;
        }
        var id = payment.payer().get();
        var payer = keyring.payer(payment.platform(), id.appid(), id.openid());
        boolean settled = ledger.write(store -> {
            var now = clock.instant();
            if (!store.pay(sale.key(), now)) {
                return false;
            }
            var item = store.items().find(sale.itemId()).orElseThrow();
            var until = now.plus(Duration.ofDays(item.validDays()));
            var link = new ClaimLink(sale.token(), sale.merchantId(), ClaimLink.BOUGHT, payer, List.of(item), 0, until);
            store.hand(sale, link, new Voucher(VoucherCode.random(), item, now, until));
            store.purchases().add(payer, sale.merchantId(), 1, now);
            return true;
        });
        if (settled) {
            Logger.info("merchant {}: {} has bought item {}", sale.merchantId(), payment, sale.itemId());
        }
    }

    private void undo(Sale sale, Payment payment) {
        ledger.write(store -> {
            var now = clock.instant();
            if (store.undo(sale.key(), now)) {
                store.takeBack(sale, now);
                payment.payer()
                        .map(id -> keyring.payer(payment.platform(), id.appid(), id.openid()))
                        .ifPresent(payer -> store.purchases().add(payer, sale.merchantId(), -1, now));
            }
            return null;
        });
    }

    private String key(String merchantId, String number) {
        return keyring.name("order", merchantId, number);
    }
}
