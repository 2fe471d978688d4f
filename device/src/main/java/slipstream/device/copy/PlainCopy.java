package slipstream.device.copy;

import java.util.ArrayList;
import java.util.List;
import slipstream.cloudlink.protocol.CopyText;
import slipstream.device.reference.Secrets;
import slipstream.escpos.receipt.Element;

/// What a receipt says, as a copy: its lines of text. Card numbers, payment codes and numbers of people show their
/// last four digits only. Pictures and symbols are left out: nobody could mask what stands in them.
final class PlainCopy {
    private PlainCopy() {}

    /// The copy; empty when the receipt has no text.
    static String of(List<Element> elements) {
        List<Element> masked = new ArrayList<>(elements);
        new Secrets().mask(masked);
        return CopyText.of(masked.stream()
                .filter(Element.Line.class::isInstance)
                .map(element -> ((Element.Line) element).text())
                .toList());
    }
}
