package slipstream.cloudlink.service.gateway.wechat.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import slipstream.cloudlink.service.gateway.simulator.PlatformCrypto;
import slipstream.cloudlink.service.tls.BouncyCastle;

/// The platform's own cryptography, written apart from our client's so that a mistake on one side shows on the
/// other.
final class Crypto {
    private static final String NAME = "CN=Tenpay.com sign,O=Tenpay.com,C=CN";

    private Crypto() {}

    static KeyPair newKeys(Trust trust) {
        return of(trust).newKeys();
    }

    /// A certificate that signs itself.
    static X509Certificate certificate(KeyPair keys, Trust trust, Clock clock) {
        return of(trust).certificate(NAME, keys.getPrivate(), NAME, keys.getPublic(), clock.instant());
    }

    static String sign(Trust trust, PrivateKey key, String message) {
        return of(trust).sign(key, message);
    }

    static boolean verifies(Trust trust, PublicKey key, String message, String signature) {
        return of(trust).verifies(key, message, signature);
    }

    private static PlatformCrypto of(Trust trust) {
        return trust == Trust.SM ? PlatformCrypto.SM2 : PlatformCrypto.RSA;
    }

    /// What both sides write as the kind of their signatures.
    static String scheme(Trust trust) {
        return trust == Trust.SM ? "WECHATPAY2-SM2-WITH-SM3" : "WECHATPAY2-SHA256-RSA2048";
    }

    static String aead(Trust trust) {
        return trust == Trust.SM ? "AEAD_SM4_GCM" : "AEAD_AES_256_GCM";
    }

    /// Encrypted with the APIv3 key, in base64.
    static String encrypt(Trust trust, String apiV3Key, String nonce, String associatedData, String plaintext) {
        try {
            var cipher = trust == Trust.SM
                    ? Cipher.getInstance("SM4/GCM/NoPadding", BouncyCastle.PROVIDER)
                    : Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    contentKey(trust, apiV3Key.getBytes(UTF_8)),
                    new GCMParameterSpec(128, nonce.getBytes(UTF_8)));
            cipher.updateAAD(associatedData.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plaintext.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the APIv3 key cannot encrypt", e);
        }
    }

    private static SecretKeySpec contentKey(Trust trust, byte[] apiV3Key) throws GeneralSecurityException {
        if (trust != Trust.SM) {
            return new SecretKeySpec(apiV3Key, "AES");
        }
        var hash = MessageDigest.getInstance("SM3", BouncyCastle.PROVIDER).digest(apiV3Key);
        return new SecretKeySpec(Arrays.copyOf(hash, 16), "SM4");
    }
}
