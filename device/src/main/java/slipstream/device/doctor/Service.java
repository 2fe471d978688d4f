package slipstream.device.doctor;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import slipstream.cloudlink.client.ClientOptions;
import slipstream.cloudlink.client.ConnectionState;
import slipstream.cloudlink.client.Failure;
import slipstream.cloudlink.client.IdentifyException;
import slipstream.cloudlink.client.ServiceClient;
import slipstream.cloudlink.client.Timings;
import slipstream.cloudlink.protocol.IdentifyRequest;

/// The service itself, by the very client that the running box has: TLS 1.3 with both certificates, HTTP/2, and
/// whether it knows this box.
///
/// It is asked about no payment at all. The service looks at who asks before it looks at the question, so the
/// refusal of the question says that the box is known; nothing is remembered.
///
/// @param till the till's name within the shop
record Service(ClientOptions options, String till) implements Check {
    static final String LINK = "service";
    private static final Duration CONNECT = Duration.ofSeconds(6);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration LATEST = CONNECT.plusSeconds(24);
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final String NEW_FILES =
            "ask the operator for new files for this box: slipstream-service device add …";
    private static final String OPERATOR = "tell the operator of the service.";

    @Override
    public Finding find() {
        Timings usual = options.timings();
        var timings = new Timings(CONNECT, usual.pingEvery(), usual.pingAnswer(), LATEST, LATEST);
        var settled = new CompletableFuture<String>();
        try (var client = ServiceClient.start(options.with(timings), state -> {
            switch (state) {
                case ConnectionState.Connected ignored -> settled.complete("");
                case ConnectionState.Waiting waiting -> settled.complete(waiting.reason());
                default -> {}
            }
        })) {
            String trouble = settled.get(LATEST.toMillis(), TimeUnit.MILLISECONDS);
            return trouble.isEmpty() ? asked(client) : Finding.broken(LINK, said(trouble), next(trouble));
        } catch (TimeoutException | ExecutionException e) {
            return Finding.broken(LINK, "No greeting from the service within " + LATEST.toSeconds() + " s.", OPERATOR);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.look(LINK, "The check was stopped.", "run it again.");
        }
    }

    private Finding asked(ServiceClient client) throws InterruptedException {
        try {
            client.identify(IdentifyRequest.of(till, null, null), ANSWER).get();
            return strange("it answers a question about no payment");
        } catch (ExecutionException e) {
            return e.getCause() instanceof IdentifyException thrown
                    ? told(thrown.failure())
                    : strange("" + e.getCause());
        }
    }

    private Finding told(Failure failure) {
        return switch (failure) {
            case Failure.Refused refused -> refused(refused);
            case Failure.Lost ignored -> Finding.broken(LINK, failure.message(), next(failure.message()));
            default -> strange(failure.message());
        };
    }

    private Finding refused(Failure.Refused refused) {
        return switch (refused.status()) {
            case BAD_REQUEST ->
                Finding.ok(LINK, options.service() + " knows this box and answers, by HTTP/2 over TLS 1.3.");
            case FORBIDDEN -> Finding.broken(LINK, said(refused.message()), NEW_FILES);
            default -> strange(refused.message());
        };
    }

    private static Finding strange(String what) {
        return Finding.broken(
                LINK, said(what), "see that [service] url is the boxes' side of the service, or " + OPERATOR);
    }

    private static String said(String reason) {
        return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + (reason.endsWith(".") ? "" : ".");
    }

    /// What helps, by the words in which the client tells a reason.
    private String next(String reason) {
        if (reason.contains("by our clock")) {
            return "see that this box's clock is right: timedatectl; if it is, " + OPERATOR;
        }
        if (reason.contains("not signed by")) {
            return "copy the service's ca.crt to " + options.authority() + "; see that [service] url is right.";
        }
        if (reason.contains("another host")) {
            return "set [service] url to the name in the service's certificate, or " + OPERATOR;
        }
        if (reason.contains("refuses our certificate")) {
            return NEW_FILES;
        }
        if (reason.contains("does not speak") || reason.contains("no greeting")) {
            return "see that [service] url is the boxes' side of the service, and that no proxy stands between.";
        }
        return OPERATOR;
    }
}
