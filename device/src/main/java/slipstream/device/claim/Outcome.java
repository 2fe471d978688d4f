package slipstream.device.claim;

/// What became of one receipt.
public enum Outcome {
    /// Nothing was asked: no payment reference, or not a customer's receipt.
    NOT_ASKED,
    /// A link was printed.
    PRINTED,
    /// A token was printed, to be asked about at the scan.
    TOKEN,
    /// The answer was to print none.
    PLAIN,
    /// The answer came after the receipt had gone.
    LATE,
    /// There was no answer, or none that can be printed.
    FAILED
}
