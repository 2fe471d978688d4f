package slipstream.cloudlink.service.gateway.wechat;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import slipstream.cloudlink.service.tls.BouncyCastle;

/// How the platform and its merchants sign. A key tells which of the two it is for.
enum Suite {
    /// SHA256withRSA (PKCS#1 v1.5).
    RSA("WECHATPAY2-SHA256-RSA2048", "/v3/certificates") {
        @Override
        Signature signature() throws GeneralSecurityException {
            return Signature.getInstance("SHA256withRSA");
        }
    },
    /// SM2 with SM3 (GB/T 32918), DER encoded, for the user id `1234567812345678`, which is the provider's own.
    SM2("WECHATPAY2-SM2-WITH-SM3", "/v3/certificates?algorithm_type=SM2") {
        @Override
        Signature signature() throws GeneralSecurityException {
            return Signature.getInstance("SM3withSM2", BouncyCastle.PROVIDER);
        }
    };

    /// As in `Authorization` and `Wechatpay-Signature-Type`.
    final String scheme;
    /// Where the platform's certificates of this kind are had.
    final String certificates;

    Suite(String scheme, String certificates) {
        this.scheme = scheme;
        this.certificates = certificates;
    }

    abstract Signature signature() throws GeneralSecurityException;

    static Suite of(Key key) {
        return key.getAlgorithm().equals("RSA") ? RSA : SM2;
    }

    /// The signature of `message` in base64.
    static String sign(PrivateKey key, byte[] message) {
        try {
            var signature = of(key).signature();
            signature.initSign(key);
            signature.update(message);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the merchant's private key cannot sign: " + e.getMessage(), e);
        }
    }

    /// Whether the holder of `key` has signed this. Probe traffic carries signatures that are not base64
    /// (`WECHATPAY/SIGNTEST/…`): they do not match.
    static boolean matches(PublicKey key, byte[] signed, String signature) {
        try {
            var verifier = of(key).signature();
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
