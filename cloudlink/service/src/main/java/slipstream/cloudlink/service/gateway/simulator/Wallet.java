package slipstream.cloudlink.service.gateway.simulator;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The wallet on the phone that opens an authorisation page, and the codes it was given. Safe for any number
/// of threads.
///
/// Whose phone it is says its `User-Agent` by `Openid/…`; else it is the one that was set last.
public final class Wallet {
    private static final Pattern OPENID = Pattern.compile("\\bOpenid/([0-9A-Za-z_-]+)");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Duration life;
    private final Clock clock;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final Set<List<String>> vouched = ConcurrentHashMap.newKeySet();
    private volatile Person person = new Person("somebody", false);

    /// @param life how long a code is good for
    public Wallet(Duration life, Clock clock) {
        this.life = life;
        this.clock = clock;
    }

    /// The phone of this person scans from now on.
    public void hold(Person next) {
        person = next;
    }

    /// A code for the person whose phone it is, for one application.
    public String authorise(String application, String userAgent) {
        var who = holder(userAgent);
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        var code = HexFormat.of().formatHex(bytes);
        grants.put(code, new Grant(application, who, clock.instant().plus(life), false));
        return code;
    }

    /// Whose phone it is.
    public Person holder(String userAgent) {
        var openid = OPENID.matcher(userAgent);
        return openid.find() ? new Person(openid.group(1), false) : person;
    }

    /// What became of a code; the first question uses it up.
    public Optional<Grant> redeem(String code) {
        var grant = code == null ? null : grants.get(code);
        if (grant == null || clock.instant().isAfter(grant.expires)) {
            return Optional.empty();
        }
        vouched.add(List.of(grant.application, grant.person.openid));
        var used = new Grant(grant.application, grant.person, grant.expires, true);
        return Optional.of(grants.replace(code, grant, used) ? grant : used);
    }

    /// Whether an application was told of this person: ids are those of one application.
    public boolean hasVouched(String application, String openid) {
        return openid != null && vouched.contains(List.of(application, openid));
    }

    /// @param snapshot whether the page is shown as a snapshot, with a throw-away account
    public record Person(String openid, boolean snapshot) {}

    /// @param used whether somebody has redeemed it before
    public record Grant(String application, Person person, Instant expires, boolean used) {}
}
