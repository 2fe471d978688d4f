package slipstream.cloudlink.service.gateway.alipay;

import io.avaje.json.JsonException;
import io.avaje.jsonb.Json;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import slipstream.cloudlink.protocol.JsonMessage;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.gateway.CardSlip;
import slipstream.cloudlink.service.gateway.Credentials;
import slipstream.cloudlink.service.gateway.NoCredentials;
import slipstream.cloudlink.service.gateway.PaymentGateway;
import slipstream.cloudlink.service.gateway.client.PlatformClient;
import slipstream.cloudlink.service.merchant.Merchant;

/// Asks Alipay about a trade: `alipay.trade.query`. Safe for any number of threads.
public final class AlipayGateway implements PaymentGateway {
    private static final String METHOD = "alipay.trade.query";
    private static final String UNDERSTOOD = "10000";
    private static final String ABSENT = "ACQ.TRADE_NOT_EXIST";
    /// Under status 200, `code` says that the application calls too often.
    private static final Set<String> TOO_FAST = Set.of("40005");

    private static final JsonMessage<AlipayTrade> TRADE = JsonMessage.of(AlipayTrade.class);
    private static final JsonMessage<Question> QUESTION = JsonMessage.of(Question.class);

    private final Credentials<AlipayCredentials> credentials;
    private final PlatformClient client;
    private final Clock clock;

    public AlipayGateway(Credentials<AlipayCredentials> credentials, PlatformClient client, Clock clock) {
        this.credentials = credentials;
        this.client = client;
        this.clock = clock;
    }

    @Override
    public Answer find(Merchant merchant, PaymentReference reference, Optional<CardSlip> slip) {
        var question = question(reference);
        if (question.isEmpty()) {
            return new Answer.Unsupported();
        }
        try {
            return ask(credentials.of(merchant), reference, question.get());
        } catch (NoCredentials e) {
            return new Answer.Unsupported();
        } catch (IOException e) {
            return new Answer.Unavailable(e.getMessage() == null ? e.toString() : e.getMessage());
        } catch (JsonException e) {
            return new Answer.Unavailable("the answer is signed but is not a trade");
        }
    }

    private static Optional<Question> question(PaymentReference reference) {
        return switch (reference.kind()) {
            case "trade_no" -> Optional.of(new Question(reference.value(), null));
            case "out_trade_no" -> Optional.of(new Question(null, reference.value()));
            default -> Optional.empty();
        };
    }

    private Answer ask(AlipayCredentials held, PaymentReference reference, Question question) throws IOException {
        var request = AlipayRequest.of(held, METHOD, QUESTION.write(question), clock);
        var answer = client.send(held.appId(), request);
        if (answer.statusCode() != 200) {
            return new Answer.Unavailable("HTTP status " + answer.statusCode());
        }
        var trade = TRADE.read(AlipayAnswer.open(held, METHOD, answer.body()));
        if (TOO_FAST.contains(trade.code())) {
            client.slowDown(held.appId(), request);
        }
        return UNDERSTOOD.equals(trade.code()) ? read(held, reference, trade) : refusal(trade);
    }

    private static Answer read(AlipayCredentials held, PaymentReference reference, AlipayTrade trade) {
        var objection = trade.objection();
        if (objection.isPresent()) {
            return new Answer.Unavailable("the answer is of no use: " + objection.get());
        }
        if (!trade.answers(reference)) {
            return new Answer.Unavailable("the answer tells of another trade than the one asked for");
        }
        return new Answer.Found(trade.payment(held.appId()));
    }

    private static Answer refusal(AlipayTrade trade) {
        return ABSENT.equals(trade.subCode())
                ? new Answer.NotFound()
                : new Answer.Unavailable("code '" + trade.code() + "', sub_code '" + trade.subCode() + "'");
    }

    /// One of the two is null.
    @Json(naming = Json.Naming.LowerUnderscore)
    record Question(String tradeNo, String outTradeNo) {}
}
