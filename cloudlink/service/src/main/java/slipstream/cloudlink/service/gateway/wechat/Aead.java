package slipstream.cloudlink.service.gateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import slipstream.cloudlink.service.tls.BouncyCastle;

/// How the platform encrypts: a block cipher in Galois/counter mode; the last 16 bytes of the ciphertext are
/// the tag.
enum Aead {
    /// The key is the bytes of the APIv3 key: 32 on the platform, 16 for AES-128.
    AEAD_AES_256_GCM {
        @Override
        Cipher cipher() throws GeneralSecurityException {
            return Cipher.getInstance("AES/GCM/NoPadding");
        }

        @Override
        SecretKeySpec key(byte[] apiV3Key) {
            return new SecretKeySpec(apiV3Key, "AES");
        }
    },
    /// The key is the first 16 bytes of the SM3 hash of the APIv3 key.
    AEAD_SM4_GCM {
        @Override
        Cipher cipher() throws GeneralSecurityException {
            return Cipher.getInstance("SM4/GCM/NoPadding", BouncyCastle.PROVIDER);
        }

        @Override
        SecretKeySpec key(byte[] apiV3Key) throws GeneralSecurityException {
            var hash = MessageDigest.getInstance("SM3", BouncyCastle.PROVIDER).digest(apiV3Key);
            return new SecretKeySpec(Arrays.copyOf(hash, SM4_KEY_BYTES), "SM4");
        }
    };

    private static final int TAG_BITS = 128;
    private static final int SM4_KEY_BYTES = 16;

    abstract Cipher cipher() throws GeneralSecurityException;

    abstract SecretKeySpec key(byte[] apiV3Key) throws GeneralSecurityException;

    /// @param associatedData what is authenticated beside the text; may be empty
    /// @param ciphertext in base64
    /// @throws GeneralSecurityException when any of them is not what the sender used
    byte[] decrypt(byte[] apiV3Key, String nonce, String associatedData, String ciphertext)
            throws GeneralSecurityException {
        try {
            var cipher = cipher();
            cipher.init(Cipher.DECRYPT_MODE, key(apiV3Key), new GCMParameterSpec(TAG_BITS, nonce.getBytes(UTF_8)));
            cipher.updateAAD(associatedData.getBytes(UTF_8));
            return cipher.doFinal(Base64.getDecoder().decode(ciphertext));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("ciphertext or nonce is malformed", e);
        }
    }
}
