package slipstream.cloudlink.service.office;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipstream.cloudlink.service.gateway.CredentialSafe;
import slipstream.cloudlink.service.gateway.CredentialSheet;
import slipstream.cloudlink.service.gateway.alipay.AlipayCredentials;
import slipstream.cloudlink.service.gateway.webhook.WebhookCredentials;
import slipstream.cloudlink.service.gateway.wechat.WeChatCredentials;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.store.SqlBooks;

/// Merchants and what they have entrusted to us.
record MerchantOffice(Changes changes, CredentialSafe safe) {
    void add(Merchant merchant, Map<Platform, Path> credentials) throws IOException {
        var sheets = new EnumMap<Platform, CredentialSheet>(Platform.class);
        for (var entry : credentials.entrySet()) {
            sheets.put(entry.getKey(), sheet(entry.getKey(), entry.getValue()));
        }
        boolean added = changes.make(
                books -> {
                    boolean fresh = books.merchants().add(merchant);
                    if (fresh) {
                        sheets.forEach((platform, sheet) -> entrust(books, merchant, platform, sheet));
                    }
                    return fresh;
                },
                merchant,
                "merchant add",
                merchant.id(),
                told(merchant));
        if (!added) {
            throw new IOException("merchant '" + merchant.id() + "' exists already");
        }
    }

    void change(Merchant merchant) throws IOException {
        var before = existing(merchant.id());
        if (!before.circle().equals(merchant.circle())) {
            throw new IOException("merchant '" + merchant.id() + "' is in circle '" + before.circle()
                    + "', and marks count there: it cannot move to '" + merchant.circle() + "'");
        }
        changes.make(
                books -> books.merchants().change(merchant),
                merchant,
                "merchant change",
                merchant.id(),
                told(merchant));
    }

    void locate(String id, Optional<Wording> address) throws IOException {
        changes.make(
                books -> books.merchants().locate(id, address),
                existing(id),
                "merchant change",
                id,
                address.map(Wording::text).orElse("no address"));
    }

    private static String told(Merchant merchant) {
        return merchant.name().text() + ", group " + merchant.exclusionGroup().orElse("-")
                + merchant.address().map(address -> ", at " + address.text()).orElse("")
                + (merchant.copies() ? ", copies of receipts on" : "");
    }

    void entrust(String id, Platform platform, Path file) throws IOException {
        entrust(existing(id), platform, sheet(platform, file));
    }

    void entrust(String id, Platform platform, String text, Map<String, String> files) throws IOException {
        var merchant = existing(id);
        var sheet = CredentialSheet.parse(text, files);
        check(platform, sheet);
        entrust(merchant, platform, sheet);
    }

    private void entrust(Merchant merchant, Platform platform, CredentialSheet sheet) {
        changes.ledger().write(books -> {
            entrust(books, merchant, platform, sheet);
            return null;
        });
    }

    private void entrust(SqlBooks books, Merchant merchant, Platform platform, CredentialSheet sheet) {
        safe.put(books.credentials(), merchant.id(), platform, sheet);
        changes.note(books, Optional.of(merchant.circle()), "merchant entrust", merchant.id(), platform.word());
    }

    /// Read, and known to make sense.
    private static CredentialSheet sheet(Platform platform, Path file) throws IOException {
        var sheet = CredentialSheet.read(file);
        try {
            check(platform, sheet);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
        return sheet;
    }

    private static void check(Platform platform, CredentialSheet sheet) {
        switch (platform) {
            case WECHAT -> WeChatCredentials.of(sheet);
            case ALIPAY -> AlipayCredentials.of(sheet);
            case WEBHOOK -> WebhookCredentials.of(sheet);
        }
    }

    Optional<Merchant> find(String id) {
        return changes.ledger().read(books -> books.merchants().find(id));
    }

    Merchant existing(String id) throws IOException {
        return find(id).orElseThrow(() -> new IOException("there is no merchant '" + id + "'"));
    }

    List<Merchant> all() {
        return changes.ledger().read(books -> books.merchants().all());
    }
}
