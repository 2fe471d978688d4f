package slipstream.cloudlink.service.gateway.wechat;

import io.avaje.json.JsonException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import slipstream.cloudlink.service.gateway.Credentials;
import slipstream.cloudlink.service.gateway.Notice;
import slipstream.cloudlink.service.gateway.Notices;
import slipstream.cloudlink.service.gateway.Payment;
import slipstream.cloudlink.service.gateway.Shown;
import slipstream.cloudlink.service.merchant.Merchant;

/// Opens notices of WeChat Pay: payments (`TRANSACTION.SUCCESS`) and refunds (`REFUND.SUCCESS`).
public final class WeChatNotices implements Notices {
    private final Credentials<WeChatCredentials> credentials;
    private final WeChatPlatform platform;

    public WeChatNotices(Credentials<WeChatCredentials> credentials, WeChatPlatform platform) {
        this.credentials = credentials;
        this.platform = platform;
    }

    @Override
    public Opened open(Merchant merchant, Notice notice) {
        try {
            var held = credentials.of(merchant);
            var message = SignedMessage.of(notice.headers(), notice.body());
            var doubt = platform.objection(held, message);
            return doubt.isPresent()
                    ? new Opened.Refused(401, "SIGN_ERROR", doubt.get())
                    : read(held, WeChatJson.NOTICE.read(message.body()));
        } catch (JsonException e) {
            return malformed("the notice is not the JSON it should be");
        } catch (GeneralSecurityException e) {
            return malformed("the notice cannot be decrypted with this merchant's APIv3 key");
        } catch (IOException e) {
            return new Opened.Refused(500, "SYSTEM_ERROR", e.getMessage());
        }
    }

    private static Opened read(WeChatCredentials held, WeChatNotice notice) throws GeneralSecurityException {
        if (notice.id() == null || notice.resource() == null) {
            return malformed("the notice has no id or no resource");
        }
        return switch (String.valueOf(notice.eventType())) {
            case "TRANSACTION.SUCCESS" -> {
                var order = WeChatJson.TRANSACTION.read(notice.resource().open(held.apiV3Key()));
                var objection = order.objection(held.account());
                yield objection.isPresent() ? useless(objection) : told(notice, order.payment(held.account()));
            }
            case "REFUND.SUCCESS" -> {
                var refund = WeChatJson.REFUND.read(notice.resource().open(held.apiV3Key()));
                var objection = refund.objection(held.account());
                yield objection.isPresent() ? useless(objection) : told(notice, refund.payment());
            }
            default -> new Opened.Ignored(Shown.of(notice.eventType()));
        };
    }

    private static Opened told(WeChatNotice notice, Payment payment) {
        return new Opened.Told(notice.id(), payment);
    }

    private static Opened useless(Optional<String> objection) {
        return malformed("the notice is of no use: " + objection.orElseThrow());
    }

    private static Opened malformed(String sentence) {
        return new Opened.Refused(400, "PARAM_ERROR", sentence);
    }

    @Override
    public Reply accepted() {
        return new Reply(204, "", "");
    }

    @Override
    public Reply refused(Opened.Refused why) {
        return new Reply(
                why.status(),
                "application/json",
                WeChatJson.ERROR.write(new WeChatError(why.code(), "the notice was refused")));
    }
}
