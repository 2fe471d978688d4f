package slipstream.cloudlink.service.gateway.wechat;

import io.avaje.jsonb.Json;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import slipstream.cloudlink.service.gateway.Shown;

/// Something the platform has encrypted with the APIv3 key: a notice's resource, a certificate.
///
/// @param associatedData may be absent
@Json(naming = Json.Naming.LowerUnderscore)
record Sealed(String originalType, String algorithm, String ciphertext, String associatedData, String nonce) {

    /// @throws GeneralSecurityException when it was not encrypted for this merchant, or in an unknown way
    byte[] open(byte[] apiV3Key) throws GeneralSecurityException {
        var aead = Arrays.stream(Aead.values())
                .filter(one -> one.name().equals(algorithm))
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException(
                        "algorithm " + Shown.of(algorithm) + ", expected one of " + Arrays.toString(Aead.values())));
        if (nonce == null || ciphertext == null) {
            throw new GeneralSecurityException("there is no nonce or no ciphertext");
        }
        return aead.decrypt(apiV3Key, nonce, associatedData == null ? "" : associatedData, ciphertext);
    }
}
