package slipstream.cloudlink.service.gateway.webhook;

import io.avaje.jsonb.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.gateway.CardSlip;
import slipstream.cloudlink.service.gateway.Payment;
import slipstream.cloudlink.service.gateway.Payment.PayerId;
import slipstream.cloudlink.service.gateway.PaymentState;

/// What an acquirer tells.
///
/// @param type one of [#STATES]
/// @param timestamp when the payment was made, RFC 3339
@Json
record WebhookEvent(String type, String timestamp, Data data) {
    static final Map<String, PaymentState> STATES = Map.of(
            "payment.succeeded", PaymentState.SUCCESSFUL,
            "payment.pending", PaymentState.PENDING,
            "payment.failed", PaymentState.FAILED,
            "payment.refunded", PaymentState.REFUNDED);

    /// Characters that numbers on receipts are made of.
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z_./-]{4,64}");
    private static final Pattern TERMINAL = Pattern.compile("[0-9A-Za-z_./-]{1,32}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern KIND = Pattern.compile("[a-z][a-z_]{1,31}");
    private static final Pattern PAR = Pattern.compile("[0-9A-Z]{29}");
    private static final Pattern CARD_LENGTH = Pattern.compile("[0-9]{13,19}");

    /// @param id the acquirer's own number of the payment, the same in all events about it
    /// @param references how receipts may call it
    /// @param terminal the card terminal's number, as receipts print it
    /// @param day the day that receipts print, `yyyy-MM-dd`; with the terminal it makes the references unique
    @Json
    record Data(String id, List<Reference> references, Money amount, Payer payer, String terminal, String day) {}

    /// @param kind `rrn`, `acquirer_reference`, or another kind that boxes send with the scheme `card`
    @Json
    record Reference(String kind, String value) {}

    /// @param par payment account reference (EMV 9F24): the same for all tokens of a card, at all acquirers
    /// @param token the acquirer's own id of the payer or card
    @Json
    record Payer(String par, String token) {}

    /// Why this is not an event that we can use; nothing when it is.
    Optional<String> objection() {
        if (data == null || data.id == null || data.references == null || data.references.isEmpty()) {
            return Optional.of("'data' lacks its id or its references");
        }
        var numbers = new ArrayList<String>(List.of(data.id));
        for (var reference : data.references) {
            if (reference == null
                    || reference.kind == null
                    || !KIND.matcher(reference.kind).matches()) {
                return Optional.of("a reference has no kind of 2 to 32 small letters or '_'");
            }
            numbers.add(String.valueOf(reference.value));
        }
        for (var number : numbers) {
            if (!NUMBER.matcher(number).matches()) {
                return Optional.of(
                        "a number has " + number.length() + " characters, expected 4 to 64 letters, digits or . _ / -");
            }
        }
        return slipObjection().or(() -> payerObjection(numbers));
    }

    private Optional<String> slipObjection() {
        if (data.terminal != null && !TERMINAL.matcher(data.terminal).matches()) {
            return Optional.of("'terminal' has " + data.terminal.length()
                    + " characters, expected 1 to 32 letters, digits or . _ / -");
        }
        return data.day == null || DAY.matcher(data.day).matches()
                ? Optional.empty()
                : Optional.of("'day' has " + data.day.length() + " characters, expected yyyy-MM-dd");
    }

    private Optional<String> payerObjection(List<String> numbers) {
        var payer = data.payer;
        if (payer != null && payer.par != null && !PAR.matcher(payer.par).matches()) {
            return Optional.of(
                    "'par' has " + payer.par.length() + " characters, expected 29 capital letters or digits");
        }
        if (payer != null && payer.token != null) {
            numbers.add(payer.token);
        }
        if (numbers.stream().anyMatch(WebhookEvent::looksLikeCard)) {
            return Optional.of("a number looks like a card number: card numbers must not be sent");
        }
        return STATES.get(type) == PaymentState.SUCCESSFUL && payer("").isEmpty()
                ? Optional.of("it tells of a payment but not who made it, by 'par' or 'token'")
                : Optional.empty();
    }

    /// 13 to 19 digits whose check digit (Luhn) is right.
    private static boolean looksLikeCard(String number) {
        if (!CARD_LENGTH.matcher(number).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    Payment payment(String acquirer) {
        return new Payment(
                "card",
                acquirer + "/" + data.id,
                data.references.stream()
                        .map(one -> new PaymentReference("card", one.kind, one.value))
                        .toList(),
                STATES.get(type),
                payer(acquirer),
                Optional.ofNullable(data.amount),
                paidAt(),
                data.terminal == null || data.day == null
                        ? Optional.empty()
                        : Optional.of(new CardSlip(data.terminal, data.day)));
    }

    private Optional<PayerId> payer(String acquirer) {
        if (data.payer == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(data.payer.par)
                .map(par -> new PayerId("par", par))
                .or(() -> Optional.ofNullable(data.payer.token)
                        .filter(token -> !token.isBlank())
                        .map(token -> new PayerId("acquirer-" + acquirer, token)));
    }

    private Optional<Instant> paidAt() {
        try {
            return timestamp == null
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(timestamp).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
