package slipstream.cloudlink.service.gateway.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What is signed of parameters, and RSA2 itself (SHA256withRSA).
final class SignContent {
    /// Requests, and messages of the application gateway: all but the signature.
    static final Set<String> OF_REQUEST = Set.of("sign");
    /// Asynchronous notices: without the kind of signature, too.
    static final Set<String> OF_NOTICE = Set.of("sign", "sign_type");

    private SignContent() {}

    /// All parameters that are not empty, sorted by name, `k=v` joined by `&`; values as they are, not encoded.
    ///
    /// @param without what is left out: [#OF_REQUEST] or [#OF_NOTICE]
    static String of(Map<String, String> parameters, Set<String> without) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(one -> !without.contains(one.getKey())
                                && one.getValue() != null
                                && !one.getValue().isEmpty())
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("&"));
    }

    /// The signature in base64.
    static String sign(PrivateKey key, String content) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the application's private key cannot sign: " + e.getMessage(), e);
        }
    }

    /// @param signature in base64; what is not base64 does not match
    static boolean matches(PublicKey key, byte[] content, String signature) {
        try {
            var verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key);
            verifier.update(content);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
