package slipstream.cloudlink.service.gateway.alipay.simulator;

import java.security.PublicKey;

/// An application as the platform knows it.
///
/// @param sellerId the account that receives its payments, `2088…`
/// @param key the application's public key
/// @param contentKey 16 bytes in base64, with which contents are encrypted; empty when they are not
/// @param certificateNumber `app_cert_sn`; empty outside certificate mode
record SimulatedApp(String appId, String sellerId, PublicKey key, String contentKey, String certificateNumber) {
    boolean encrypts() {
        return !contentKey.isEmpty();
    }

    boolean certified() {
        return !certificateNumber.isEmpty();
    }
}
