package slipstream.cloudlink.service.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What the service is started with.
///
/// @param data the directory of the database, the certificates and the keys
/// @param database where the database is
/// @param api where boxes call: HTTP/2 over TLS 1.3, client certificate required
/// @param names host names and addresses by which boxes reach the service
/// @param open where phones and platforms call: HTTP, behind a proxy that does TLS
/// @param publicUrl how the open side is reached from outside; the listening address when absent
/// @param loginMerchant the merchant whose applications vouch for payers where a merchant has none of its own
/// @param wrongGuesses how often in a minute one address may open links that do not exist
/// @param linkLife how long a claim link may be claimed
/// @param zone in which days end on vouchers
/// @param gatewayTimeout for one question to a payment platform
/// @param gatewayRate questions a second to one platform for one account
/// @param retention how long what is kept about payers is kept
/// @param operations how the service is watched and stopped
/// @param log what is logged, and how
public record Configuration(
        Path data,
        DatabaseAddress database,
        Listen api,
        List<String> names,
        Listen open,
        Optional<URI> publicUrl,
        Optional<String> loginMerchant,
        int wrongGuesses,
        Duration linkLife,
        ZoneId zone,
        Duration gatewayTimeout,
        int gatewayRate,
        RetentionTimes retention,
        Operations operations,
        Log log) {

    public Configuration {
        names = List.copyOf(names);
    }

    /// Reads the configuration file.
    ///
    /// @throws ConfigurationException in one sentence with file, line and key
    public static Configuration read(Path file) throws IOException {
        var toml = TomlFile.read(file);
        var data = toml.path("data.directory", "data");
        var configuration = new Configuration(
                data,
                DatabaseAddress.read(toml, data),
                toml.listen("api.listen", "0.0.0.0:8443"),
                toml.texts("api.names", List.of("localhost", "127.0.0.1")),
                toml.listen("public.listen", "127.0.0.1:8080"),
                publicUrl(toml),
                toml.optionalText("public.login-merchant"),
                toml.number("public.wrong-guesses", 30, 1, 1_000_000),
                Duration.ofDays(toml.number("claim.link-days", 30, 1, 365)),
                toml.zone("claim.zone", "Asia/Shanghai"),
                Duration.ofMillis(toml.number("gateway.timeout-ms", 3000, 50, 60_000)),
                toml.number("gateway.rate", 30, 1, 10_000),
                RetentionTimes.read(toml),
                Operations.read(toml),
                Log.read(toml));
        toml.refuseUnknownKeys();
        return configuration;
    }

    private static Optional<URI> publicUrl(TomlFile toml) throws ConfigurationException {
        var key = "public.url";
        var url = toml.optionalHttpUrl(key);
        if (url.isPresent() && !Alphanumeric.fits(url.get().toString())) {
            throw toml.wrong(
                    key, url.get().toString(), "only letters, digits and $%*+-./: so that the symbol stays small");
        }
        return url;
    }

    /// All defaults in one directory, on free ports of the loopback interface: for trials and tests.
    public static Configuration local(Path data) {
        return local(data, DatabaseAddress.sqlite(data.resolve("slipstream.db")));
    }

    /// The same with another database.
    public static Configuration local(Path data, DatabaseAddress database) {
        return new Configuration(
                data,
                database,
                new Listen("127.0.0.1", 0),
                List.of("localhost", "127.0.0.1"),
                new Listen("127.0.0.1", 0),
                Optional.empty(),
                Optional.empty(),
                1_000,
                Duration.ofDays(30),
                ZoneId.of("Asia/Shanghai"),
                Duration.ofSeconds(3),
                10_000,
                RetentionTimes.USUAL,
                Operations.LOCAL,
                Log.USUAL);
    }

    /// The same with a merchant whose applications vouch for payers where a merchant has none of its own.
    public Configuration withLoginMerchant(String id) {
        return with(api, open, Optional.of(id), wrongGuesses);
    }

    /// The same at other places.
    public Configuration listeningAt(Listen boxes, Listen phones) {
        return with(boxes, phones, loginMerchant, wrongGuesses);
    }

    /// The same with another patience for who guesses.
    public Configuration withWrongGuesses(int most) {
        return with(api, open, loginMerchant, most);
    }

    private Configuration with(Listen boxes, Listen phones, Optional<String> login, int guesses) {
        return new Configuration(
                data,
                database,
                boxes,
                names,
                phones,
                publicUrl,
                login,
                guesses,
                linkLife,
                zone,
                gatewayTimeout,
                gatewayRate,
                retention,
                operations,
                log);
    }
}
