package slipstream.cloudlink.client;

import io.avaje.json.JsonException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import slipstream.cloudlink.protocol.CopyAnswer;
import slipstream.cloudlink.protocol.CopyName;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.IdentifyAnswer.Decision;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.protocol.RedeemAnswer;
import slipstream.cloudlink.protocol.RefundAnswer;
import slipstream.cloudlink.protocol.TokenUseAnswer;
import slipstream.cloudlink.protocol.TokensAnswer;

/// The service's answers, read and held against what the protocol promises: what comes from outside is printed.
final class Answers {
    /// What [IdentifyAnswer#url] promises: capitals that fit an alphanumeric symbol, at most 120 characters.
    private static final Pattern CLAIM_LINK = Pattern.compile("HTTPS?://[0-9A-Z$%*+\\-./:]{1,112}");

    private static final Pattern TOKEN = Pattern.compile("[0-9A-Z]{16}");
    private static final int LONGEST_LINK = 120;

    private Answers() {}

    static IdentifyAnswer identify(byte[] body) {
        var read = Messages.IDENTIFY_ANSWER.read(body);
        if (read.decision() == null) {
            throw new JsonException("expected a decision, link or plain");
        }
        return read.decision() == Decision.PLAIN
                ? IdentifyAnswer.plain(read.reason())
                : IdentifyAnswer.link(read.reason(), link(read.url()), lines(read.caption()));
    }

    static RedeemAnswer redeem(byte[] body) {
        var read = Messages.REDEEM_ANSWER.read(body);
        if (read.outcome() == null) {
            throw new JsonException("expected an outcome");
        }
        return read;
    }

    static CopyAnswer copies(byte[] body) {
        var read = Messages.COPY_ANSWER.read(body);
        if (read.wanted() == null || !read.wanted().stream().allMatch(CopyName::fits)) {
            throw new JsonException("expected the names of the copies that are wanted, 64 hexadecimal digits each");
        }
        return new CopyAnswer(read.on(), List.copyOf(read.wanted()));
    }

    static TokensAnswer tokens(byte[] body) {
        var read = Messages.TOKENS_ANSWER.read(body);
        if (read.tokens() == null || read.prefix() == null) {
            throw new JsonException("expected tokens and the prefix before them");
        }
        for (var token : read.tokens()) {
            if (token == null || !TOKEN.matcher(token).matches()) {
                throw new JsonException("a token is not 16 capitals and digits");
            }
            link(read.prefix() + token);
        }
        try {
            Instant.parse(String.valueOf(read.expiresAt()));
        } catch (DateTimeException ignored) {
            throw new JsonException("expiresAt is '" + read.expiresAt() + "', expected a time as ISO 8601 in UTC");
        }
        return new TokensAnswer(read.prefix(), List.copyOf(read.tokens()), read.expiresAt(), lines(read.caption()));
    }

    static TokenUseAnswer used(byte[] body) {
        var read = Messages.TOKEN_USE_ANSWER.read(body);
        if (read.outcome() == null) {
            throw new JsonException("expected an outcome");
        }
        return read;
    }

    static RefundAnswer refund(byte[] body) {
        var read = Messages.REFUND_ANSWER.read(body);
        if (read.outcome() == null) {
            throw new JsonException("expected an outcome");
        }
        return read;
    }

    private static String link(String url) {
        if (url == null
                || url.length() > LONGEST_LINK
                || !CLAIM_LINK.matcher(url).matches()) {
            throw new JsonException("the link is '" + url + "', expected a URL in capitals, at most 120 long");
        }
        return url;
    }

    private static List<String> lines(List<String> caption) {
        if (caption != null && caption.contains(null)) {
            throw new JsonException("a line of the caption is null, expected a text");
        }
        return caption == null ? List.of() : List.copyOf(caption);
    }
}
