package slipstream.device.claim;

/// What a merchant may leave off.
///
/// @param pool whether a token is printed where nobody can be asked who paid
/// @param cash whether sales in cash get one, too
public record ClaimOptions(boolean pool, boolean cash) {
    /// Links only.
    public static final ClaimOptions LINKS = new ClaimOptions(false, false);
}
