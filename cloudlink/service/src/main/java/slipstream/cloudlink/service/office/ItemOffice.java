package slipstream.cloudlink.service.office;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Wording;

/// What merchants offer.
record ItemOffice(Changes changes, MerchantOffice merchants) {
    String add(
            Merchant merchant,
            Wording title,
            Optional<Wording> terms,
            int validDays,
            Optional<Integer> stock,
            Optional<Money> price) {
        var item = new VirtualItem(
                UUID.randomUUID().toString(),
                merchant.id(),
                merchant.name(),
                merchant.address(),
                title,
                terms,
                validDays,
                stock,
                price,
                Optional.empty());
        changes.make(
                books -> {
                    books.items().add(item);
                    return true;
                },
                merchant,
                "item add",
                item.id(),
                merchant.id() + ": " + title.text());
        return item.id();
    }

    void change(String id, Wording title, Optional<Wording> terms, Optional<Money> price) throws IOException {
        var item = existing(id).with(title, terms, price);
        changes.make(
                books -> books.items().change(item),
                merchants.existing(item.merchantId()),
                "item change",
                id,
                item.merchantId() + ": " + title.text()
                        + price.map(money -> ", " + money.minorUnits() + " " + money.currency())
                                .orElse(""));
    }

    void withdraw(String id) throws IOException {
        var item = existing(id);
        if (!changes.make(
                books -> books.items().withdraw(id, changes.now()),
                merchants.existing(item.merchantId()),
                "item withdraw",
                id,
                item.merchantId() + ": " + item.title().text())) {
            throw new IOException("item '" + id + "' was withdrawn before");
        }
    }

    private VirtualItem existing(String id) throws IOException {
        return changes.ledger()
                .read(books -> books.items().find(id))
                .orElseThrow(() -> new IOException("there is no item '" + id + "'"));
    }
}
