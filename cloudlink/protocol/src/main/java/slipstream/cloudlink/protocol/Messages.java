package slipstream.cloudlink.protocol;

/// The messages between box and service.
public final class Messages {
    /// The question of a box.
    public static final JsonMessage<IdentifyRequest> IDENTIFY_REQUEST = JsonMessage.of(IdentifyRequest.class);

    /// The answer of the service.
    public static final JsonMessage<IdentifyAnswer> IDENTIFY_ANSWER = JsonMessage.of(IdentifyAnswer.class);

    /// A box tells that a voucher was used.
    public static final JsonMessage<RedeemRequest> REDEEM_REQUEST = JsonMessage.of(RedeemRequest.class);

    /// What became of that voucher.
    public static final JsonMessage<RedeemAnswer> REDEEM_ANSWER = JsonMessage.of(RedeemAnswer.class);

    /// A box asks for tokens.
    public static final JsonMessage<TokensRequest> TOKENS_REQUEST = JsonMessage.of(TokensRequest.class);

    /// Tokens for a box's pool.
    public static final JsonMessage<TokensAnswer> TOKENS_ANSWER = JsonMessage.of(TokensAnswer.class);

    /// A box tells on which receipt it has printed a token.
    public static final JsonMessage<TokenUse> TOKEN_USE = JsonMessage.of(TokenUse.class);

    /// Whether that token now stands for the receipt.
    public static final JsonMessage<TokenUseAnswer> TOKEN_USE_ANSWER = JsonMessage.of(TokenUseAnswer.class);

    /// A box tells that a receipt gives a payment back.
    public static final JsonMessage<RefundRequest> REFUND_REQUEST = JsonMessage.of(RefundRequest.class);

    /// How that payment counts now.
    public static final JsonMessage<RefundAnswer> REFUND_ANSWER = JsonMessage.of(RefundAnswer.class);

    /// A box tells what only it can count.
    public static final JsonMessage<FiguresReport> FIGURES_REPORT = JsonMessage.of(FiguresReport.class);

    /// A box asks which copies are wanted, and may hand one in.
    public static final JsonMessage<CopyReport> COPY_REPORT = JsonMessage.of(CopyReport.class);

    /// The copies that are wanted.
    public static final JsonMessage<CopyAnswer> COPY_ANSWER = JsonMessage.of(CopyAnswer.class);

    /// A refusal of the service.
    public static final JsonMessage<Problem> PROBLEM = JsonMessage.of(Problem.class);

    private Messages() {}
}
