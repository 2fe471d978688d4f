package slipstream.cloudlink.service.gateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import slipstream.cloudlink.service.gateway.CredentialSheet;

/// What a merchant, or its service provider, entrusts to us so that we may ask about its payments.
///
/// @param serial the serial number of the asker's API certificate
/// @param key the private key of that certificate, RSA or SM2
/// @param apiV3Key 32 bytes, decrypts notices and platform certificates
/// @param platformKeys the platform's public keys by id (`PUB_KEY_ID_…`); none where platform certificates do
/// @param v2Key the key of API v2, if refund notices of that version come
/// @param app for asking whose phone it is, if that is wanted
/// @param base the platform's address
public record WeChatCredentials(
        Account account,
        String serial,
        PrivateKey key,
        byte[] apiV3Key,
        Map<String, PublicKey> platformKeys,
        Optional<String> v2Key,
        Optional<WeChatApp> app,
        URI base) {

    /// The platform's main host.
    public static final String PLATFORM = "https://api.mch.weixin.qq.com";

    private static final int API_V3_KEY_BYTES = 32;
    private static final Pattern MCHID = Pattern.compile("[0-9]{6,32}");
    private static final Pattern APPID = Pattern.compile("[0-9A-Za-z_-]{1,64}");
    private static final Pattern SERIAL = Pattern.compile("[0-9A-Za-z]{1,64}");
    private static final Pattern V2_KEY = Pattern.compile("[0-9A-Za-z]{32}");

    public WeChatCredentials {
        if (apiV3Key.length != API_V3_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "the APIv3 key has " + apiV3Key.length + " bytes, expected " + API_V3_KEY_BYTES);
        }
        platformKeys = Map.copyOf(platformKeys);
    }

    /// Reads a credentials file, as [CredentialSheet#read] does.
    ///
    /// @throws IOException in one sentence, when a file cannot be read
    public static WeChatCredentials read(Path file) throws IOException {
        return of(CredentialSheet.read(file));
    }

    /// Makes credentials of a sheet.
    ///
    /// | key | value |
    /// | --- | --- |
    /// | `mchid`, `appid` | direct mode: as in the merchant platform's console |
    /// | `sp-mchid`, `sp-appid`, `sub-mchid`, `sub-appid` | partner mode; the last may be absent |
    /// | `serial` | the number of the API certificate |
    /// | `key` | its private key, PEM |
    /// | `api-v3-key` | the 32 characters of the APIv3 key |
    /// | `platform-key-id`, `platform-key` | WeChat Pay's public key, PEM, and its id; both absent: certificates |
    /// | `v2-key` | the 32 characters of API v2's key; may be absent |
    /// | `app-secret` | of the service account `appid`, or `sp-appid`; without it nobody can be asked who they are |
    /// | `message-template` | of the service account: the id of the template by which payers are told of rewards |
    /// | `message-fields` | what its fields say, as [MessageTemplate] reads it |
    /// | `authorize-url`, `login-url` | WeChat's addresses for that; WeChat's own when absent |
    /// | `url` | the platform's address; [#PLATFORM] when absent |
    ///
    /// @throws IllegalArgumentException in one sentence
    public static WeChatCredentials of(CredentialSheet sheet) {
        var credentials = new WeChatCredentials(
                account(sheet),
                sheet.text("serial", SERIAL, "letters and digits"),
                sheet.privateKey("key"),
                sheet.text("api-v3-key").getBytes(UTF_8),
                sheet.has("platform-key-id") || sheet.has("platform-key")
                        ? Map.of(sheet.text("platform-key-id"), sheet.publicKey("platform-key"))
                        : Map.of(),
                sheet.has("v2-key")
                        ? Optional.of(sheet.text("v2-key", V2_KEY, "32 letters and digits"))
                        : Optional.empty(),
                WeChatApp.of(sheet),
                sheet.url("url", PLATFORM));
        sheet.refuseUnknownKeys();
        return credentials;
    }

    private static Account account(CredentialSheet sheet) {
        if (sheet.has("sp-mchid")) {
            return new Account.Partner(
                    mchid(sheet, "sp-mchid"),
                    appid(sheet, "sp-appid"),
                    mchid(sheet, "sub-mchid"),
                    sheet.has("sub-appid") ? Optional.of(appid(sheet, "sub-appid")) : Optional.empty());
        }
        return new Account.Direct(mchid(sheet, "mchid"), appid(sheet, "appid"));
    }

    private static String mchid(CredentialSheet sheet, String key) {
        return sheet.text(key, MCHID, "6 to 32 digits");
    }

    private static String appid(CredentialSheet sheet, String key) {
        return sheet.text(key, APPID, "1 to 64 letters and digits");
    }

    /// Names the merchant, never a key.
    @Override
    public String toString() {
        return "WeChat Pay credentials of " + account + " for " + base;
    }
}
