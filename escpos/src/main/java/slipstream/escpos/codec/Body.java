package slipstream.escpos.codec;

/// What follows the head of a command under way; it knows where the command ends.
interface Body {
    /// Tells and passes on the next bytes, as many of them as belong to the command.
    ///
    /// @return where the first byte stands that it has not taken
    int take(byte[] bytes, int from, int to);
}
