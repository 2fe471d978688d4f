package slipstream.escpos.inject;

import java.util.List;
import java.util.Optional;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.receipt.Receipt;

/// Who decides what is printed at a receipt's end. Called by the thread that feeds the injector.
public interface Claims {
    /// Who else is told what the decoder tells, before the receipt shows it; asked once. [CommandSink#wire] is not
    /// called.
    default Optional<CommandSink> onlooker() {
        return Optional.empty();
    }

    /// The receipt under way shows one more element.
    ///
    /// @param soFar its elements up to now, the newest last; a live view, to be used during the call only. `set`
    ///     replaces an element by what may be kept of it, also in the [Receipt] of the end
    default void printed(List<Element> soFar) {}

    /// A receipt that shows something is over; its end is held until `hold` is decided or let go.
    void ended(Receipt receipt, Hold hold);

    /// A block went out.
    default void inserted(Insertion insertion) {}

    /// No block went out though one was asked for.
    ///
    /// @param receipt the number of its receipt
    /// @param why in a sentence
    default void skipped(int receipt, String why) {}
}
