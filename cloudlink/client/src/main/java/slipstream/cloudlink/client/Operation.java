package slipstream.cloudlink.client;

import java.util.function.Function;
import slipstream.cloudlink.protocol.CopyAnswer;
import slipstream.cloudlink.protocol.CopyReport;
import slipstream.cloudlink.protocol.FiguresReport;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.JsonMessage;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.protocol.RedeemAnswer;
import slipstream.cloudlink.protocol.RedeemRequest;
import slipstream.cloudlink.protocol.RefundAnswer;
import slipstream.cloudlink.protocol.RefundRequest;
import slipstream.cloudlink.protocol.TokenUse;
import slipstream.cloudlink.protocol.TokenUseAnswer;
import slipstream.cloudlink.protocol.TokensAnswer;
import slipstream.cloudlink.protocol.TokensRequest;

/// One thing the service can be asked: where, and what is said in each direction.
///
/// @param path where it is sent, by POST
/// @param request how the question is written
/// @param status the HTTP status of an answer: 200, or 204 where there is nothing to say
/// @param read reads the answer's body; throws [io.avaje.json.JsonException] when it is none
record Operation<Q, A>(String path, JsonMessage<Q> request, int status, Function<byte[], A> read) {
    static final int OK = 200;
    static final int NO_CONTENT = 204;

    static final Operation<IdentifyRequest, IdentifyAnswer> IDENTIFY =
            new Operation<>("/v1/identify", Messages.IDENTIFY_REQUEST, OK, Answers::identify);

    static final Operation<RedeemRequest, RedeemAnswer> REDEEM =
            new Operation<>("/v1/redeem", Messages.REDEEM_REQUEST, OK, Answers::redeem);

    static final Operation<TokensRequest, TokensAnswer> TOKENS =
            new Operation<>("/v1/tokens", Messages.TOKENS_REQUEST, OK, Answers::tokens);

    static final Operation<TokenUse, TokenUseAnswer> TOKENS_USED =
            new Operation<>("/v1/tokens/used", Messages.TOKEN_USE, OK, Answers::used);

    static final Operation<RefundRequest, RefundAnswer> REFUND =
            new Operation<>("/v1/refund", Messages.REFUND_REQUEST, OK, Answers::refund);

    static final Operation<FiguresReport, Void> FIGURES =
            new Operation<>("/v1/figures", Messages.FIGURES_REPORT, NO_CONTENT, nothing -> null);

    static final Operation<CopyReport, CopyAnswer> COPIES =
            new Operation<>("/v1/copies", Messages.COPY_REPORT, OK, Answers::copies);
}
