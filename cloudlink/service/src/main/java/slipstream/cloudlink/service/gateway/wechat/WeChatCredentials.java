package slipstream.cloudlink.service.gateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Map;
import java.util.regex.Pattern;
import slipstream.cloudlink.service.config.TomlFile;
import slipstream.cloudlink.service.tls.Pem;

/// What a merchant entrusts to us so that we may ask about its payments.
///
/// @param mchid the merchant's number
/// @param appid the application whose openids its orders carry
/// @param serial the serial number of the merchant's API certificate
/// @param key the private key of that certificate
/// @param apiV3Key 32 bytes, decrypts notices
/// @param platformKeys the platform's public keys by serial (`PUB_KEY_ID_…`)
/// @param base the platform's address
public record WeChatCredentials(
        String mchid,
        String appid,
        String serial,
        PrivateKey key,
        byte[] apiV3Key,
        Map<String, PublicKey> platformKeys,
        URI base) {

    /// The platform's main host.
    public static final String PLATFORM = "https://api.mch.weixin.qq.com";

    private static final int API_V3_KEY_BYTES = 32;
    private static final Pattern MCHID = Pattern.compile("[0-9]{6,32}");

    public WeChatCredentials {
        if (!MCHID.matcher(mchid).matches()) {
            throw new IllegalArgumentException("mchid '" + mchid + "': expected 6 to 32 digits");
        }
        if (apiV3Key.length != API_V3_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "the APIv3 key has " + apiV3Key.length + " bytes, expected " + API_V3_KEY_BYTES);
        }
        platformKeys = Map.copyOf(platformKeys);
    }

    /// Reads a credentials file (TOML); the files it names are relative to it.
    ///
    /// | key | value |
    /// | --- | --- |
    /// | `mchid`, `appid`, `serial` | as in the merchant platform's console |
    /// | `key-file` | the API certificate's private key, PEM |
    /// | `api-v3-key-file` | the 32 characters of the APIv3 key |
    /// | `platform-key-id`, `platform-key-file` | WeChat Pay's public key, PEM, and its id |
    /// | `url` | the platform's address; [#PLATFORM] when absent |
    ///
    /// @throws IOException in one sentence: what was found, what was expected, where
    public static WeChatCredentials read(Path file) throws IOException {
        var toml = TomlFile.read(file);
        var credentials = new WeChatCredentials(
                toml.text("mchid"),
                toml.text("appid"),
                toml.text("serial"),
                Pem.privateKey(toml.path("key-file")),
                Files.readString(toml.path("api-v3-key-file")).strip().getBytes(UTF_8),
                Map.of(toml.text("platform-key-id"), Pem.publicKey(toml.path("platform-key-file"))),
                toml.httpUrl("url", PLATFORM));
        toml.refuseUnknownKeys();
        return credentials;
    }

    /// Names the merchant, never a key.
    @Override
    public String toString() {
        return "WeChat Pay credentials of " + mchid + " for " + base;
    }
}
