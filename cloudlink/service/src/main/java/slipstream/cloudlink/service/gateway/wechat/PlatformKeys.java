package slipstream.cloudlink.service.gateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.avaje.json.JsonException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tinylog.Logger;
import slipstream.cloudlink.service.tls.Pem;

/// The platform's keys, by serial: the public keys that stand in the credentials, and those of the platform
/// certificates, which are downloaded with the APIv3 key and rotate. Safe for any number of threads.
///
/// While the platform changes from one certificate to the next its list holds both, and both are believed.
/// The list is had anew after an hour, and when a serial is not in it, but not twice in a minute: a forged
/// serial must not make us ask.
final class PlatformKeys {
    private static final Duration REFRESH = Duration.ofHours(1);
    private static final Duration LEAST_PAUSE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Certificates> lists = new ConcurrentHashMap<>();

    PlatformKeys(Clock clock) {
        this.clock = clock;
    }

    /// The key of that serial, as far as the platform vouches for it to this account.
    ///
    /// @param download asks the platform for its list
    Optional<PublicKey> find(WeChatCredentials held, String serial, Download download) {
        var fixed = held.platformKeys().get(serial);
        if (fixed != null) {
            return Optional.of(fixed);
        }
        var known = lists.getOrDefault(name(held), Certificates.NONE);
        var key = known.valid(serial, clock);
        var age = Duration.between(known.asked, clock.instant());
        if (age.compareTo(key.isPresent() ? REFRESH : LEAST_PAUSE) < 0) {
            return key;
        }
        return refreshed(held, download).valid(serial, clock);
    }

    /// One thread asks, the others of this account wait for it.
    private Certificates refreshed(WeChatCredentials held, Download download) {
        var before = clock.instant();
        return lists.compute(name(held), (name, former) -> {
            if (former != null && !former.asked.isBefore(before)) {
                return former;
            }
            try {
                var keys = read(held, download.get(Suite.of(held.key()).certificates));
                return new Certificates(before, keys);
            } catch (IOException e) {
                Logger.warn("{}: the platform's certificates cannot be had: {}", held, e.getMessage());
                return new Certificates(before, former == null ? Map.of() : former.bySerial);
            }
        });
    }

    /// Two merchants that were to use one account with different keys do not share a list.
    private static String name(WeChatCredentials held) {
        return held.base() + " " + held.account().asker() + " " + held.serial();
    }

    /// Opens the list with the APIv3 key, which only the platform and the merchant know, and then sees that
    /// one of the certificates in it has signed it.
    private Map<String, X509Certificate> read(WeChatCredentials held, SignedMessage answer) throws IOException {
        try {
            var certificates = new HashMap<String, X509Certificate>();
            var list = WeChatJson.CERTIFICATES.read(answer.body());
            if (list.data() == null) {
                throw new IOException("the list has no data");
            }
            for (var entry : list.data()) {
                var pem = new String(entry.encryptCertificate().open(held.apiV3Key()), UTF_8);
                var certificate =
                        Pem.certificates("a platform certificate", pem).getFirst();
                certificates.put(serial(certificate), certificate);
            }
            var doubt = new MessageVerifier(
                            serial -> Optional.ofNullable(certificates.get(serial))
                                    .map(X509Certificate::getPublicKey)
                                    .or(() -> Optional.ofNullable(
                                            held.platformKeys().get(serial))),
                            clock)
                    .objection(answer);
            if (doubt.isPresent()) {
                throw new IOException("the list cannot be believed: " + doubt.get());
            }
            return certificates;
        } catch (GeneralSecurityException e) {
            throw new IOException("the list cannot be decrypted with the APIv3 key", e);
        } catch (JsonException | NullPointerException e) {
            throw new IOException("the list is not the JSON it should be", e);
        }
    }

    /// As the platform writes it: hexadecimal, in capitals.
    static String serial(X509Certificate certificate) {
        return certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
    }

    /// Asks the platform.
    @FunctionalInterface
    interface Download {
        /// @throws IOException in one sentence, when there is no answer of status 200
        SignedMessage get(String pathAndQuery) throws IOException;
    }

    private record Certificates(Instant asked, Map<String, X509Certificate> bySerial) {
        static final Certificates NONE = new Certificates(Instant.EPOCH, Map.of());

        Optional<PublicKey> valid(String serial, Clock clock) {
            var now = Date.from(clock.instant());
            return Optional.ofNullable(bySerial.get(serial))
                    .filter(one -> !now.before(one.getNotBefore()) && !now.after(one.getNotAfter()))
                    .map(X509Certificate::getPublicKey);
        }
    }
}
