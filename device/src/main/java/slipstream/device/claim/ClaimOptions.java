package slipstream.device.claim;

/// What a merchant may leave off.
///
/// @param pool whether a token is printed where nobody can be asked who paid
/// @param cash whether sales in cash get one, too
/// @param copies whether payers may ask for a copy of their receipt, where the merchant has that switched on
public record ClaimOptions(boolean pool, boolean cash, boolean copies) {
    /// Links only.
    public static final ClaimOptions LINKS = new ClaimOptions(false, false);

    /// Without copies.
    public ClaimOptions(boolean pool, boolean cash) {
        this(pool, cash, false);
    }
}
