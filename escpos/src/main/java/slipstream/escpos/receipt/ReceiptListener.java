package slipstream.escpos.receipt;

import java.util.List;

/// Who follows receipts as they print. Called by the thread that feeds the reader.
public interface ReceiptListener {
    /// The receipt under way shows one more element.
    ///
    /// @param soFar its elements up to now, the newest last; a live view, to be read during the call only
    default void printed(List<Element> soFar) {}

    /// A receipt that shows something is over. Nothing is told of one that shows nothing.
    void ended(Receipt receipt);
}
