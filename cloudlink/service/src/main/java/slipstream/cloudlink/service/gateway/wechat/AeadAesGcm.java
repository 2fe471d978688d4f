package slipstream.cloudlink.service.gateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// `AEAD_AES_256_GCM`: AES in Galois/counter mode; the last 16 bytes of the ciphertext are the tag.
final class AeadAesGcm {
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;

    /// @param key the bytes of the APIv3 key: 32 on the platform, 16 for AES-128
    AeadAesGcm(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /// @param associatedData what is authenticated beside the text; may be empty
    /// @param ciphertext in base64
    /// @throws GeneralSecurityException when any of them is not what the sender used
    byte[] decrypt(String nonce, String associatedData, String ciphertext) throws GeneralSecurityException {
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, associatedData)
                    .doFinal(Base64.getDecoder().decode(ciphertext));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("ciphertext or nonce is malformed", e);
        }
    }

    private Cipher cipher(int mode, String nonce, String associatedData) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce.getBytes(UTF_8)));
        cipher.updateAAD(associatedData.getBytes(UTF_8));
        return cipher;
    }
}
