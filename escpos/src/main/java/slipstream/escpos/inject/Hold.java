package slipstream.escpos.inject;

import java.util.List;

/// The end of a receipt, held open for a decision. One of the two verbs is called once, at once or later, by
/// whoever holds the lock under which the injector is fed; what comes after the first call, or after the
/// injector let go, does nothing.
public interface Hold {
    /// Whether a block can still be printed here.
    boolean open();

    /// Prints a block.
    ///
    /// @param url what the symbol says
    /// @param caption the lines above it
    /// @return whether it was printed: false when the end has gone, or the block does not fit the paper
    boolean print(String url, List<String> caption);

    /// Lets the receipt go as it is.
    void plain();
}
