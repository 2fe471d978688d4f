package slipstream.cloudlink.service.web.api;

import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.function.Function;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.service.web.http.Reply;

/// What a box can ask, each `POST` at its path.
public record BoxOperations(
        Boxes boxes,
        IdentifyRoute identify,
        RedeemRoute redeem,
        TokenRoutes tokens,
        RefundRoute refund,
        FiguresRoute figures,
        CopyRoute copies) {
    static final String COPIES = "/v1/copies";

    Map<String, Function<RoutingContext, Reply>> all() {
        return Map.of(
                "/v1/identify",
                boxes.taking(Messages.IDENTIFY_REQUEST, "an identify request", identify::identify),
                "/v1/redeem",
                boxes.taking(Messages.REDEEM_REQUEST, "a redeem request", redeem::redeem),
                "/v1/tokens",
                boxes.taking(Messages.TOKENS_REQUEST, "a tokens request", tokens::issue),
                "/v1/tokens/used",
                boxes.taking(Messages.TOKEN_USE, "a token's use", tokens::used),
                "/v1/refund",
                boxes.taking(Messages.REFUND_REQUEST, "a refund", refund::tell),
                "/v1/figures",
                boxes.taking(Messages.FIGURES_REPORT, "a report of figures", figures::tell),
                COPIES,
                boxes.taking(Messages.COPY_REPORT, "a report of copies", copies::tell));
    }
}
