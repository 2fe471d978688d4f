package slipstream.cloudlink.client;

import io.avaje.json.JsonException;
import java.util.regex.Pattern;
import slipstream.cloudlink.protocol.Messages;

/// What came back on a stream, complete but not yet understood.
///
/// @param status the HTTP status
/// @param contentType the content type as sent; empty when there was none
/// @param body the body, UTF-8 when it is JSON
record Reply(int status, String contentType, byte[] body) {
    private static final Pattern JSON_TYPE =
            Pattern.compile("application/(problem\\+)?json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    private static final int FIRST_REFUSAL = 400;

    /// Ends `question` with what this reply means.
    void settle(Question<?> question) {
        try {
            if (status != question.status() && status < FIRST_REFUSAL) {
                question.fail(garbage("expected " + question.status() + ", or 400 and above"));
            } else if (status == Operation.NO_CONTENT) {
                question.answer(body);
            } else if (!JSON_TYPE.matcher(contentType).matches()) {
                question.fail(garbage("expected application/json"));
            } else if (status == Operation.OK) {
                question.answer(body);
            } else {
                question.fail(refusal());
            }
        } catch (JsonException e) {
            question.fail(garbage(Words.plain(e.getMessage())));
        }
    }

    private Failure refusal() {
        var problem = Messages.PROBLEM.read(body);
        if (problem.code() == null) {
            throw new JsonException("expected a problem with its code");
        }
        return new Failure.Refused(status, problem);
    }

    private Failure garbage(String expected) {
        var type = contentType.isEmpty() ? "no content type" : Words.plain(contentType);
        return new Failure.Garbage("status " + status + ", " + type + ", " + body.length + " bytes; " + expected);
    }
}
