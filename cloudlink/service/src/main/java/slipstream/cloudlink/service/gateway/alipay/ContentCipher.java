package slipstream.cloudlink.service.gateway.alipay;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import slipstream.cloudlink.service.tls.BouncyCastle;

/// How contents are encrypted, by the name of `encrypt_type`. The key has 16 bytes; ciphertexts are base64.
enum ContentCipher {
    /// CBC, PKCS5, an initialisation vector of 16 zero bytes.
    AES(0) {
        @Override
        Cipher cipher(int mode, byte[] key, byte[] vector) throws GeneralSecurityException {
            return cbc(mode, key, new byte[VECTOR_BYTES]);
        }
    },
    /// CBC, PKCS5; the initialisation vector comes first.
    AES_V2(16) {
        @Override
        Cipher cipher(int mode, byte[] key, byte[] vector) throws GeneralSecurityException {
            return cbc(mode, key, vector);
        }
    },
    /// SM4 in Galois/counter mode; the nonce comes first, the tag last.
    SM4(16) {
        @Override
        Cipher cipher(int mode, byte[] key, byte[] vector) throws GeneralSecurityException {
            var cipher = Cipher.getInstance("SM4/GCM/NoPadding", BouncyCastle.PROVIDER);
            cipher.init(mode, new SecretKeySpec(key, "SM4"), new GCMParameterSpec(128, vector));
            return cipher;
        }
    };

    private static final int VECTOR_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int prefixBytes;

    ContentCipher(int prefixBytes) {
        this.prefixBytes = prefixBytes;
    }

    abstract Cipher cipher(int mode, byte[] key, byte[] vector) throws GeneralSecurityException;

    String encrypt(byte[] key, byte[] text) throws GeneralSecurityException {
        var vector = new byte[prefixBytes];
        RANDOM.nextBytes(vector);
        var encrypted = cipher(Cipher.ENCRYPT_MODE, key, vector).doFinal(text);
        var whole = ByteBuffer.allocate(vector.length + encrypted.length)
                .put(vector)
                .put(encrypted);
        return Base64.getEncoder().encodeToString(whole.array());
    }

    /// @throws GeneralSecurityException when it was encrypted otherwise
    byte[] decrypt(byte[] key, String ciphertext) throws GeneralSecurityException {
        try {
            var whole = Base64.getDecoder().decode(ciphertext);
            if (whole.length < prefixBytes) {
                throw new GeneralSecurityException("the ciphertext is shorter than its vector");
            }
            return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(whole, prefixBytes))
                    .doFinal(whole, prefixBytes, whole.length - prefixBytes);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("the ciphertext is not base64", e);
        }
    }

    private static Cipher cbc(int mode, byte[] key, byte[] vector) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        AlgorithmParameterSpec iv = new IvParameterSpec(vector);
        cipher.init(mode, new SecretKeySpec(key, "AES"), iv);
        return cipher;
    }
}
