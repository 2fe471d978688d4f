package slipstream.cloudlink.service.gateway.alipay;

import java.net.URI;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import slipstream.cloudlink.service.gateway.CredentialSheet;

/// What a merchant entrusts to us so that we may ask Alipay about its payments.
///
/// @param key the application's private key, RSA
/// @param alipayKeys Alipay's public keys: under the number of their certificate, or under `""` when there is
///     no certificate
/// @param certificates what names the certificates in requests; absent outside certificate mode
/// @param encryption how contents are encrypted, if they are
/// @param authToken the merchant's authorisation when the application is a service provider's
/// @param sellerId the receiving account, `2088…`: notices for any other are refused
/// @param gateway the address questions are sent to
/// @param page where phones are sent to say whose they are
public record AlipayCredentials(
        String appId,
        PrivateKey key,
        Map<String, PublicKey> alipayKeys,
        Optional<Certificates> certificates,
        Optional<Encryption> encryption,
        Optional<String> authToken,
        Optional<String> sellerId,
        URI gateway,
        URI page) {

    /// The platform's address.
    public static final String PLATFORM = "https://openapi.alipay.com/gateway.do";

    private static final String PAGE = "https://openauth.alipay.com/oauth2/publicAppAuthorize.htm";
    private static final Pattern APP_ID = Pattern.compile("[0-9]{16,32}");
    private static final Pattern SELLER_ID = Pattern.compile("2088[0-9]{12}");
    private static final Pattern AES_KEY = Pattern.compile("[0-9A-Za-z+/]{22}==");

    public AlipayCredentials {
        alipayKeys = Map.copyOf(alipayKeys);
    }

    /// @param app `app_cert_sn`
    /// @param root `alipay_root_cert_sn`
    public record Certificates(String app, String root) {}

    /// How contents are encrypted, and with which 16 bytes.
    static final class Encryption {
        final ContentCipher cipher;
        final byte[] key;

        Encryption(ContentCipher cipher, byte[] key) {
            this.cipher = cipher;
            this.key = key;
        }
    }

    /// Makes credentials of a sheet.
    ///
    /// | key | value |
    /// | --- | --- |
    /// | `app-id` | the application's number |
    /// | `key` | its private key, PEM or bare base64 |
    /// | `alipay-key` | Alipay's public key, PEM or bare base64; without certificates |
    /// | `app-certificate`, `alipay-certificate`, `alipay-root-certificates` | certificate mode |
    /// | `content-key`, `content-cipher` | 16 bytes in base64, and `AES` (default), `AES_V2` or `SM4` |
    /// | `app-auth-token`, `seller-id` | may be absent |
    /// | `authorize-url` | where phones are sent to say whose they are; Alipay's own when absent |
    /// | `url` | the platform's address; [#PLATFORM] when absent |
    ///
    /// @throws IllegalArgumentException in one sentence
    public static AlipayCredentials of(CredentialSheet sheet) {
        boolean certified = sheet.has("app-certificate");
        var credentials = new AlipayCredentials(
                sheet.text("app-id", APP_ID, "16 to 32 digits"),
                sheet.privateKey("key"),
                certified ? certifiedKeys(sheet) : Map.of("", sheet.publicKey("alipay-key")),
                certified ? Optional.of(certificates(sheet)) : Optional.empty(),
                sheet.has("content-key") ? Optional.of(encryption(sheet)) : Optional.empty(),
                sheet.optional("app-auth-token"),
                sheet.has("seller-id")
                        ? Optional.of(sheet.text("seller-id", SELLER_ID, "2088 and 12 more digits"))
                        : Optional.empty(),
                sheet.url("url", PLATFORM),
                sheet.url("authorize-url", PAGE));
        sheet.refuseUnknownKeys();
        return credentials;
    }

    /// The file brings the chain of authorities, too; and two of Alipay's own while one follows the other.
    private static Map<String, PublicKey> certifiedKeys(CredentialSheet sheet) {
        var keys = sheet.certificates("alipay-certificate").stream()
                .filter(one -> one.getBasicConstraints() < 0)
                .collect(Collectors.toMap(CertificateNumbers::of, X509Certificate::getPublicKey, (a, b) -> a));
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("'alipay-certificate' holds authorities only, expected Alipay's own");
        }
        return keys;
    }

    private static Certificates certificates(CredentialSheet sheet) {
        return new Certificates(
                CertificateNumbers.of(sheet.certificates("app-certificate").getFirst()),
                CertificateNumbers.ofRoots(sheet.certificates("alipay-root-certificates")));
    }

    private static Encryption encryption(CredentialSheet sheet) {
        var name = sheet.optional("content-cipher").orElse(ContentCipher.AES.name());
        var cipher = Arrays.stream(ContentCipher.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'content-cipher' is '" + name + "', expected one of "
                        + Arrays.toString(ContentCipher.values())));
        var key = sheet.text("content-key", AES_KEY, "24: 16 bytes in base64");
        return new Encryption(cipher, Base64.getDecoder().decode(key));
    }

    /// The key that an answer or a notice is signed with.
    ///
    /// @param certificateNumber as the message says; absent outside certificate mode
    Optional<PublicKey> alipayKey(Optional<String> certificateNumber) {
        return Optional.ofNullable(alipayKeys.get(certificates.isPresent() ? certificateNumber.orElse("") : ""));
    }

    /// Names the application, never a key.
    @Override
    public String toString() {
        return "Alipay credentials of application " + appId + " for " + gateway;
    }
}
