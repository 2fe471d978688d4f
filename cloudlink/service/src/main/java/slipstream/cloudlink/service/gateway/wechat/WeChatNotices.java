package slipstream.cloudlink.service.gateway.wechat;

import io.avaje.json.JsonException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import slipstream.cloudlink.service.gateway.Payment;
import slipstream.cloudlink.service.merchant.Merchant;

/// Opens notices: `POST /notify/wechat/{merchant}`. Verified first, over the raw bytes; then decrypted.
public final class WeChatNotices {
    private final CredentialFiles credentials;
    private final Clock clock;

    public WeChatNotices(CredentialFiles credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    public Opened open(Merchant merchant, SignedMessage message) {
        try {
            var held = credentials.of(merchant);
            var doubt = new MessageVerifier(held.platformKeys(), clock).objection(message);
            if (doubt.isPresent()) {
                return new Opened.Refused(401, "SIGN_ERROR", doubt.get());
            }
            var notice = WeChatJson.NOTICE.read(message.body());
            if (notice == null || notice.id() == null || notice.resource() == null) {
                return malformed("the notice has no id or no resource");
            }
            if (!"TRANSACTION.SUCCESS".equals(notice.eventType())) {
                return new Opened.Ignored(String.valueOf(notice.eventType()));
            }
            var order = WeChatJson.TRANSACTION.read(decrypt(held, notice.resource()));
            var objection = order == null ? Optional.of("it is empty") : order.objection(held.mchid());
            if (objection.isPresent()) {
                return malformed("the notice is of no use: " + objection.get());
            }
            return new Opened.Paid(notice.id(), order.payment());
        } catch (JsonException e) {
            return malformed("the notice is not the JSON it should be");
        } catch (GeneralSecurityException e) {
            return malformed("the notice cannot be decrypted with this merchant's APIv3 key");
        } catch (IOException e) {
            return new Opened.Refused(500, "SYSTEM_ERROR", e.getMessage());
        }
    }

    static byte[] decrypt(WeChatCredentials held, WeChatNotice.Resource resource) throws GeneralSecurityException {
        if (!"AEAD_AES_256_GCM".equals(resource.algorithm())
                || resource.nonce() == null
                || resource.ciphertext() == null) {
            throw new GeneralSecurityException("algorithm " + resource.algorithm() + ", expected AEAD_AES_256_GCM");
        }
        var associated = resource.associatedData() == null ? "" : resource.associatedData();
        return new AeadAesGcm(held.apiV3Key()).decrypt(resource.nonce(), associated, resource.ciphertext());
    }

    private static Opened malformed(String sentence) {
        return new Opened.Refused(400, "PARAM_ERROR", sentence);
    }

    /// What a notice turned out to be.
    public sealed interface Opened {
        /// A payment.
        ///
        /// @param id the notice's own id: the same notice comes again with the same one
        record Paid(String id, Payment payment) implements Opened {}

        /// A genuine notice of a kind we have no use for.
        record Ignored(String eventType) implements Opened {}

        /// Not to be believed, or not to be understood.
        record Refused(int status, String code, String why) implements Opened {}
    }
}
