package slipstream.cloudlink.service.gateway.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import slipstream.cloudlink.service.gateway.Credentials;
import slipstream.cloudlink.service.gateway.FormFields;
import slipstream.cloudlink.service.gateway.Notice;
import slipstream.cloudlink.service.gateway.Notices;
import slipstream.cloudlink.service.gateway.Shown;
import slipstream.cloudlink.service.merchant.Merchant;

/// Opens Alipay's asynchronous notices of trades: forms, signed with RSA2 over everything but the signature
/// and its kind.
///
/// A notice has no nonce and comes again for a day, so its age says nothing; what protects against replay is
/// its `notify_id`, which counts once.
public final class AlipayNotices implements Notices {
    private final Credentials<AlipayCredentials> credentials;

    public AlipayNotices(Credentials<AlipayCredentials> credentials) {
        this.credentials = credentials;
    }

    @Override
    public Opened open(Merchant merchant, Notice notice) {
        try {
            var held = credentials.of(merchant);
            var fields = FormFields.of(notice.body());
            if (fields.isEmpty()) {
                return refused("the notice is not a form with each field once");
            }
            var objection = objection(held, fields.get());
            return objection.isPresent() ? refused(objection.get()) : read(held, fields.get());
        } catch (IOException e) {
            return new Opened.Refused(500, "fail", e.getMessage());
        }
    }

    /// Why the notice is not to be believed, or is not for this merchant.
    private static Optional<String> objection(AlipayCredentials held, Map<String, String> fields) {
        if (!"RSA2".equals(fields.get("sign_type"))) {
            return Optional.of("signed as " + Shown.of(fields.get("sign_type")) + ", expected RSA2");
        }
        var key = held.alipayKey(Optional.ofNullable(fields.get("alipay_cert_sn")));
        if (key.isEmpty()) {
            return Optional.of("signed with the unknown certificate " + Shown.of(fields.get("alipay_cert_sn")));
        }
        var content = SignContent.of(fields, SignContent.OF_NOTICE).getBytes(UTF_8);
        if (!SignContent.matches(key.get(), content, fields.getOrDefault("sign", ""))) {
            return Optional.of("the signature does not match");
        }
        if (!held.appId().equals(fields.get("app_id"))) {
            return Optional.of("the notice is for another application");
        }
        if (held.sellerId().isPresent() && !held.sellerId().get().equals(fields.get("seller_id"))) {
            return Optional.of("the notice is for another receiving account");
        }
        return Optional.empty();
    }

    private static Opened read(AlipayCredentials held, Map<String, String> fields) {
        if (!"trade_status_sync".equals(fields.get("notify_type"))) {
            return new Opened.Ignored(Shown.of(fields.get("notify_type")));
        }
        var trade = AlipayTrade.ofNotice(fields);
        var useless = trade.objection();
        if (useless.isPresent() || fields.get("notify_id") == null) {
            return refused("the notice is of no use: " + useless.orElse("it has no notify_id"));
        }
        return new Opened.Told(fields.get("notify_id"), trade.payment(held.appId()));
    }

    private static Opened refused(String why) {
        return new Opened.Refused(400, "fail", why);
    }

    /// Exactly these seven letters; anything else has it come again.
    @Override
    public Reply accepted() {
        return new Reply(200, "text/plain", "success");
    }

    @Override
    public Reply refused(Opened.Refused why) {
        return new Reply(why.status(), "text/plain", "fail");
    }
}
