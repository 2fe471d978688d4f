package slipstream.cloudlink.service.gateway.wechat.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
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
            var pair = newKey();
            PrivateFiles.create(keyFile, Pem.text(pair.getPrivate()));
            PrivateFiles.create(publicFile, Pem.text(pair.getPublic()));
            PrivateFiles.create(idFile, "PUB_KEY_ID_" + digits(32));
        }
        return new Platform(Files.readString(idFile), new KeyPair(Pem.publicKey(publicFile), Pem.privateKey(keyFile)));
    }

    /// The merchant of that number; signs it up when it is new.
    SimulatedMerchant merchant(String mchid, String appid) throws IOException {
        var own = directory.resolve(mchid);
        var publicFile = own.resolve("apiclient_public.pem");
        var serialFile = own.resolve("apiclient_serial");
        var apiV3File = own.resolve("apiv3_key");
        if (!Files.exists(apiV3File)) {
            var pair = newKey();
            PrivateFiles.create(own.resolve("apiclient_key.pem"), Pem.text(pair.getPrivate()));
            PrivateFiles.create(publicFile, Pem.text(pair.getPublic()));
            PrivateFiles.create(serialFile, hex(20));
            PrivateFiles.create(apiV3File, PlatformSeal.word(32));
        }
        return new SimulatedMerchant(
                mchid, appid, Files.readString(serialFile), Pem.publicKey(publicFile), Files.readString(apiV3File));
    }

    /// Writes the merchant's credentials file, with which the service is set up.
    Path credentials(SimulatedMerchant merchant, Platform platform, String url) throws IOException {
        var file = directory.resolve(merchant.mchid()).resolve("wechat.toml");
        PrivateFiles.create(
                file, """
                # Credentials of merchant %1$s at the simulated WeChat Pay.
                mchid = "%1$s"
                appid = "%2$s"
                serial = "%3$s"
                key-file = "apiclient_key.pem"
                api-v3-key-file = "apiv3_key"
                platform-key-id = "%4$s"
                platform-key-file = "../pub_key.pem"
                url = "%5$s"
                """.formatted(merchant.mchid(), merchant.appid(), merchant.serial(), platform.keyId(), url));
        return file;
    }

    private static KeyPair newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has RSA", e);
        }
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
