package slipstream.device.reference;

/// Where characters of a receipt come from.
public enum Origin {
    /// Text that was sent.
    TEXT,
    /// What a barcode or another symbol holds, which proves itself, whether the printer draws it or the sender did.
    SYMBOL,
    /// Text recognised in a picture, where any digit may be another.
    PICTURE
}
