package slipstream.cloudlink.protocol;

/// The messages between box and service.
public final class Messages {
    /// The question of a box.
    public static final JsonMessage<IdentifyRequest> IDENTIFY_REQUEST = JsonMessage.of(IdentifyRequest.class);

    /// The answer of the service.
    public static final JsonMessage<IdentifyAnswer> IDENTIFY_ANSWER = JsonMessage.of(IdentifyAnswer.class);

    /// A refusal of the service.
    public static final JsonMessage<Problem> PROBLEM = JsonMessage.of(Problem.class);

    private Messages() {}
}
