package slipstream.cloudlink.service.web.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.protocol.TokenUse;
import slipstream.cloudlink.protocol.TokenUseAnswer;
import slipstream.cloudlink.protocol.TokensAnswer;
import slipstream.cloudlink.protocol.TokensRequest;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.pool.Pool;
import slipstream.cloudlink.service.web.api.Boxes.Box;
import slipstream.cloudlink.service.web.claim.ClaimUrls;
import slipstream.cloudlink.service.web.http.Reply;

/// `POST /v1/tokens` and `POST /v1/tokens/used`: a box's pool.
///
/// @param campaigns whether a campaign of this id concerns a merchant and was not stopped
public record TokenRoutes(Pool pool, BiPredicate<Merchant, String> campaigns, ClaimUrls urls) {
    private static final Pattern PAID_BY = Pattern.compile("[a-z][a-z0-9_-]{1,15}");

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    Reply issue(Box box, TokensRequest request) {
        if (request.count() < 1 || request.count() > Pool.MOST_AT_A_TIME) {
            return Boxes.bad("'count' is " + request.count() + ", 1 to " + Pool.MOST_AT_A_TIME + " were expected");
        }
        var campaign = Optional.ofNullable(request.campaign());
        if (campaign.isPresent() && !campaigns.test(box.merchant(), campaign.get())) {
            return Boxes.bad("'campaign' names none that runs at merchant "
                    + box.merchant().id());
        }
        return pool.issue(box.device(), request.count(), campaign)
                .map(batch -> Reply.json(200, Messages.TOKENS_ANSWER.write(answer(box.merchant(), batch))))
                .orElseGet(() -> Reply.problem(
                        429, "too-many", "the box has had as many tokens as it may in a day; ask again tomorrow"));
    }

    private TokensAnswer answer(Merchant merchant, Pool.Batch batch) {
        return new TokensAnswer(
                urls.prefix(),
                batch.tokens().stream().map(ClaimToken::value).toList(),
                batch.expiresAt().toString(),
                PoolCaption.of(merchant));
    }

    Reply used(Box box, TokenUse use) {
        var objection = objection(use);
        if (objection.isPresent()) {
            return Boxes.bad(objection.get());
        }
        var at = time(use.at());
        if (at.isEmpty()) {
            return Boxes.bad("'at' is no time, one as ISO 8601 with an offset was expected");
        }
        var outcome = pool.used(box.device(), box.merchant(), use, at.get());
        return Reply.json(200, Messages.TOKEN_USE_ANSWER.write(new TokenUseAnswer(outcome)));
    }

    private static Optional<String> objection(TokenUse use) {
        if (use.token() == null) {
            return Optional.of("'token' is missing, the 16 characters that were printed were expected");
        }
        if (use.paidBy() == null || !PAID_BY.matcher(use.paidBy()).matches()) {
            return Optional.of("'paidBy' is missing or no scheme, cash, card, wechat, alipay or the like was expected");
        }
        if (use.total() != null
                && (use.total().minorUnits() < 0
                        || use.total().currency() == null
                        || !CURRENCY.matcher(use.total().currency()).matches())) {
            return Optional.of("'total' is no amount, minor units and an ISO 4217 currency were expected");
        }
        return Shapes.till(use.till())
                .or(() -> Shapes.receipt(use.receipt()))
                .or(() -> use.reference() == null ? Optional.empty() : ReferenceShapes.objection(use.reference()));
    }

    private static Optional<Instant> time(String text) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
