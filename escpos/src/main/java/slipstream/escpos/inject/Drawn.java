package slipstream.escpos.inject;

/// What came of a block.
sealed interface Drawn {
    /// It can be printed.
    record Bytes(byte[] bytes) implements Drawn {}

    /// It cannot.
    ///
    /// @param why in a sentence
    record Refused(String why) implements Drawn {}
}
