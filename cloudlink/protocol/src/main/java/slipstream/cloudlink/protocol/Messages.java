package slipstream.cloudlink.protocol;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;

/// The messages as JSON.
///
/// Reading throws [io.avaje.json.JsonException] when the text is not the message it should be.
public final class Messages {
    private static final Jsonb JSON = Jsonb.builder().serializeNulls(false).build();

    /// The question of a box.
    public static final JsonType<IdentifyRequest> IDENTIFY_REQUEST = JSON.type(IdentifyRequest.class);

    /// The answer of the service.
    public static final JsonType<IdentifyAnswer> IDENTIFY_ANSWER = JSON.type(IdentifyAnswer.class);

    /// A refusal of the service.
    public static final JsonType<Problem> PROBLEM = JSON.type(Problem.class);

    private Messages() {}
}
