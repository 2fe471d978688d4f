package slipstream.cloudlink.service.gateway.wechat.simulator;

import java.security.PublicKey;

/// A merchant or service provider as the platform knows it.
///
/// @param serial the serial number of its API certificate
/// @param key the public key in that certificate
/// @param apiV3Key 32 characters
/// @param trust by what it knows the platform
/// @param appSecret of its application, for OAuth
record SimulatedMerchant(
        String mchid, String appid, String serial, PublicKey key, String apiV3Key, Trust trust, String appSecret) {}
