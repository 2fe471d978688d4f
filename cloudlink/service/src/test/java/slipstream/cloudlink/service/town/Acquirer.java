package slipstream.cloudlink.service.town;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.merchant.Platform;

/// A bank that tells the bookshop of payments by card, by signed webhook: all with one number and at one terminal.
public final class Acquirer {
    public static final String NUMBER = "105615123456";
    public static final String TERMINAL = "49270001";
    private static final byte[] SECRET = "an acquirer's secret of 32 bytes".getBytes(UTF_8);

    private final Town town;

    /// The bookshop entrusts the service with the bank's secret.
    ///
    /// @param directory where the sheet is written
    public Acquirer(Town town, Path directory) throws IOException {
        this.town = town;
        var sheet = Files.writeString(
                directory.resolve("bank.toml"),
                "acquirer = \"bank\"\nkeys = \"whsec_" + Base64.getEncoder().encodeToString(SECRET) + "\"\n");
        town.service.administration().entrust("books", Platform.WEBHOOK, sheet);
    }

    /// What a box asks about a payment by card.
    public static IdentifyRequest question(String day, long cents) {
        return new IdentifyRequest(
                "1", new PaymentReference("card", "rrn", NUMBER), new Money(cents, "EUR"), TERMINAL, day);
    }

    /// Tells of a payment; how that was answered.
    ///
    /// @param id the notice's own
    /// @param payer the bank's word for the card
    public int tell(String id, String type, String payment, String day, long cents, String payer)
            throws GeneralSecurityException {
        var body = new JsonObject()
                .put("type", type)
                .put("timestamp", day + "T10:00:00Z")
                .put("data", new JsonObject("""
                                {"id":"%s","terminal":"%s","day":"%s",
                                 "references":[{"kind":"rrn","value":"%s"}],
                                 "amount":{"minorUnits":%d,"currency":"EUR"},
                                 "payer":{"token":"%s"}}""".formatted(payment, TERMINAL, day, NUMBER, cents, payer)))
                .encode();
        var seconds = Long.toString(Clock.systemUTC().instant().getEpochSecond());
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        var signature =
                Base64.getEncoder().encodeToString(mac.doFinal((id + "." + seconds + "." + body).getBytes(UTF_8)));
        var request = HttpRequest.newBuilder(town.service.open().resolve("/notify/webhook/books"))
                .header("webhook-id", id)
                .header("webhook-timestamp", seconds)
                .header("webhook-signature", "v1," + signature)
                .POST(BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return Town.send(http, request).statusCode();
        }
    }
}
