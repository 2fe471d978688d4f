package slipstream.escpos.profile;

/// Whether a printer can do something, as far as anybody knows.
public enum Support {
    /// It can; somebody has seen it.
    YES,
    /// It cannot, or does it wrong.
    NO,
    /// Nobody has tried: take the way that needs it not.
    UNKNOWN
}
