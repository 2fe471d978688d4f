package slipstream.cloudlink.service.gateway.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.avaje.json.JsonException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import slipstream.cloudlink.protocol.JsonMessage;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.protocol.Problem;
import slipstream.cloudlink.service.gateway.Credentials;
import slipstream.cloudlink.service.gateway.Notice;
import slipstream.cloudlink.service.gateway.Notices;
import slipstream.cloudlink.service.merchant.Merchant;

/// Opens the events of acquirers: `POST /notify/webhook/{merchant}`.
///
/// Signed are `webhook-id`, `webhook-timestamp` and the raw body, joined by full stops; `webhook-signature`
/// holds one or more signatures, parted by blanks. An event older or newer than five minutes is refused, and
/// each id counts once.
public final class WebhookNotices implements Notices {
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{1,128}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");
    private static final JsonMessage<WebhookEvent> EVENT = JsonMessage.of(WebhookEvent.class);

    private final Credentials<WebhookCredentials> credentials;
    private final Clock clock;

    public WebhookNotices(Credentials<WebhookCredentials> credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    public Opened open(Merchant merchant, Notice notice) {
        try {
            var held = credentials.of(merchant);
            var objection = objection(held, notice);
            return objection.isPresent() ? new Opened.Refused(401, "not-genuine", objection.get()) : read(held, notice);
        } catch (JsonException e) {
            return malformed("the body is not the JSON of an event");
        } catch (IOException e) {
            return new Opened.Refused(401, "not-genuine", e.getMessage());
        }
    }

    private Optional<String> objection(WebhookCredentials held, Notice notice) {
        var id = notice.header("webhook-id");
        var timestamp = notice.header("webhook-timestamp");
        if (!ID.matcher(id).matches()) {
            return Optional.of("webhook-id is missing, or not 1 to 128 letters, digits, '-' or '_'");
        }
        if (!SECONDS.matcher(timestamp).matches()
                || Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant())
                                .abs()
                                .compareTo(SKEW)
                        >= 0) {
            return Optional.of("webhook-timestamp is not within 5 minutes of " + clock.instant());
        }
        var signed = new ByteArrayOutputStream();
        signed.writeBytes((id + "." + timestamp + ".").getBytes(UTF_8));
        signed.writeBytes(notice.body());
        boolean genuine = Arrays.stream(notice.header("webhook-signature").split(" "))
                .anyMatch(one -> matches(held, signed.toByteArray(), one));
        return genuine ? Optional.empty() : Optional.of("no signature matches");
    }

    private static boolean matches(WebhookCredentials held, byte[] signed, String signature) {
        int comma = signature.indexOf(',');
        if (comma < 0) {
            return false;
        }
        try {
            var bytes = Base64.getDecoder().decode(signature.substring(comma + 1));
            var version = signature.substring(0, comma);
            return held.keys().stream().anyMatch(key -> key.version().equals(version) && key.matches(signed, bytes));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Opened read(WebhookCredentials held, Notice notice) {
        var event = EVENT.read(notice.body());
        if (!WebhookEvent.STATES.containsKey(String.valueOf(event.type()))) {
            return new Opened.Ignored("of an acquirer's own kind");
        }
        var useless = event.objection();
        return useless.isPresent()
                ? malformed(useless.get())
                : new Opened.Told(notice.header("webhook-id"), event.payment(held.acquirer()));
    }

    private static Opened malformed(String why) {
        return new Opened.Refused(400, "bad-request", why);
    }

    @Override
    public Reply accepted() {
        return new Reply(204, "", "");
    }

    /// The acquirer's people read what is wrong with an event that is genuine; nobody else learns anything.
    @Override
    public Reply refused(Opened.Refused why) {
        var sentence = why.status() == 400 ? why.why() : "the event was refused";
        return new Reply(why.status(), "application/json", Messages.PROBLEM.write(new Problem(why.code(), sentence)));
    }
}
