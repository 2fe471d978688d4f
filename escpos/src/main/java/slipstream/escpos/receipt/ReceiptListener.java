package slipstream.escpos.receipt;

import java.util.List;

/// Who follows receipts as they print. Called by the thread that feeds the reader.
public interface ReceiptListener {
    /// The receipt under way shows one more element.
    ///
    /// @param soFar its elements up to now, the newest last; a live view, to be used during the call only. `set`
    ///     replaces an element by what may be kept of it, also in the [Receipt] of the end
    default void printed(List<Element> soFar) {}

    /// A receipt that shows something is over. Nothing is told of one that shows nothing.
    void ended(Receipt receipt);
}
