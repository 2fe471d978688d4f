package slipstream.cloudlink.service.gateway.wechat.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import slipstream.cloudlink.service.secret.PrivateFiles;
import slipstream.cloudlink.service.tls.Pem;

/// The directory in which the simulator keeps its keys, and writes for each merchant what that merchant would
/// hold in its hands after signing up: key, serial, APIv3 key, the platform's public key.
record SimulatorFiles(Path directory) {

    Platform platform() throws IOException {
        var keyFile = directory.resolve("platform_key.pem");
        var publicFile = directory.resolve("pub_key.pem");
        var idFile = directory.resolve("pub_key_id");
        if (!Files.exists(idFile)) {
            var pair = Crypto.newKeys(Trust.PUBLIC_KEY);
            PrivateFiles.create(keyFile, Pem.text(pair.getPrivate()));
            PrivateFiles.create(publicFile, Pem.text(pair.getPublic()));
            PrivateFiles.create(idFile, "PUB_KEY_ID_" + digits(32));
        }
        return new Platform(Files.readString(idFile), new KeyPair(Pem.publicKey(publicFile), Pem.privateKey(keyFile)));
    }

    /// The merchant of that number; signs it up when it is new.
    SimulatedMerchant merchant(String mchid, String appid, Trust trust) throws IOException {
        var own = directory.resolve(mchid);
        var publicFile = own.resolve("apiclient_public.pem");
        var serialFile = own.resolve("apiclient_serial");
        var apiV3File = own.resolve("apiv3_key");
        var secretFile = own.resolve("app_secret");
        if (!Files.exists(secretFile)) {
            var pair = Crypto.newKeys(trust);
            PrivateFiles.create(own.resolve("apiclient_key.pem"), Pem.text(pair.getPrivate()));
            PrivateFiles.create(publicFile, Pem.text(pair.getPublic()));
            PrivateFiles.create(serialFile, hex(20));
            PrivateFiles.create(apiV3File, PlatformSeal.word(32));
            PrivateFiles.create(secretFile, hex(16).toLowerCase(Locale.ROOT));
        }
        return new SimulatedMerchant(
                mchid,
                appid,
                Files.readString(serialFile),
                Pem.publicKey(publicFile),
                Files.readString(apiV3File),
                trust,
                Files.readString(secretFile));
    }

    /// Writes the merchant's credentials file, with which the service is set up.
    Path credentials(SimulatedMerchant merchant, Platform platform, String url) throws IOException {
        var file = directory.resolve(merchant.mchid()).resolve("wechat.toml");
        var account = """
                mchid = "%s"
                appid = "%s"
                """.formatted(merchant.mchid(), merchant.appid());
        PrivateFiles.create(file, text(account, "", merchant, platform, url));
        return file;
    }

    /// Writes the file of a sub-merchant: the credentials are its provider's.
    Path credentials(SimulatedMerchant provider, String mchid, String appid, Platform platform, String url)
            throws IOException {
        var file = directory.resolve(mchid).resolve("wechat.toml");
        var account = """
                sp-mchid = "%s"
                sp-appid = "%s"
                sub-mchid = "%s"
                """.formatted(provider.mchid(), provider.appid(), mchid);
        var own = appid.isEmpty() ? account : account + "sub-appid = \"" + appid + "\"\n";
        PrivateFiles.create(file, text(own, "../" + provider.mchid() + "/", provider, platform, url));
        return file;
    }

    /// @param keys the directory of the keys, relative to the file
    private static String text(String account, String keys, SimulatedMerchant merchant, Platform platform, String url) {
        var common = """
                # Credentials at the simulated WeChat Pay.
                %sserial = "%s"
                key-file = "%sapiclient_key.pem"
                api-v3-key-file = "%sapiv3_key"
                app-secret-file = "%sapp_secret"
                url = "%s"
                authorize-url = "%s/connect/oauth2/authorize"
                login-url = "%s"
                """.formatted(account, merchant.serial(), keys, keys, keys, url, url, url);
        return merchant.trust() == Trust.PUBLIC_KEY ? common + """
                platform-key-id = "%s"
                platform-key-file = "../pub_key.pem"
                """.formatted(platform.keyId()) : common;
    }

    private static String hex(int bytes) {
        var random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random).toUpperCase(Locale.ROOT);
    }

    private static String digits(int count) {
        return new SecureRandom()
                .ints(count, 0, 10)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    /// The platform's key pair and the id by which merchants know it.
    record Platform(String keyId, KeyPair keys) {}
}
