package slipstream.device.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.receipt.Receipt;

/// A number that a receipt shows, as a technician may look for it.
///
/// @param line which line of the receipt it stands in, from 1; 0 in a symbol
/// @param text all of the line, or what the symbol holds, folded
/// @param start where in it the number begins
/// @param end behind its last character
/// @param value the number without the blanks between groups of digits
/// @param part whether it is part of an amount, a day or a time
/// @param impostor what it looks like that is never a reference, as sentences say it; null for nothing
/// @param secret whether it may not be shown
/// @param known scheme and kind, if the rules take it or a part of it; null if they do not
public record Sighting(
        int line,
        String text,
        int start,
        int end,
        String value,
        boolean part,
        String impostor,
        boolean secret,
        String known) {

    private record Place(int line, String text, int start) {}

    /// The numbers of a receipt in their order, as `rules` see them.
    public static List<Sighting> of(Receipt receipt, Rules rules) {
        Map<Place, Sighting> seen = new LinkedHashMap<>();
        var scan = new ReceiptScan(rules, (printed, number, decision) -> {
            var place = new Place(printed.line(), printed.text(), number.start());
            seen.put(place, of(printed, number, decision));
        });
        scan.printed(receipt.elements());
        scan.ended();
        return new ArrayList<>(seen.values());
    }

    /// The lines of text of a receipt by their numbers, folded.
    public static SequencedMap<Integer, String> lines(Receipt receipt) {
        SequencedMap<Integer, String> lines = new LinkedHashMap<>();
        for (Element.Line line : receipt.lines()) {
            lines.merge(line.number(), Printed.of(line, Origin.TEXT).text(), (left, right) -> left + "  " + right);
        }
        return lines;
    }

    private static Sighting of(Printed printed, Number number, Decision decision) {
        Impostor impostor = Impostor.of(number);
        boolean taken = decision.isTaken()
                || decision.reason() == Decision.Reason.PIECE
                || decision.reason() == Decision.Reason.KNOWN;
        return new Sighting(
                printed.line(),
                printed.text(),
                number.start(),
                number.end(),
                number.value(),
                number.part(),
                impostor == null ? null : impostor.name(),
                impostor != null && impostor.secret(),
                taken ? ((NumberRule) decision.about()).name() : null);
    }

    /// Whether it belongs to a number in groups that may not be shown.
    public boolean pieceOfSecret() {
        return !Mask.secrets(text).substring(start, end).equals(text.substring(start, end));
    }

    /// Whether a number may not be shown.
    ///
    /// @param value without blanks
    public static boolean secret(String value) {
        return Mask.secret(Impostor.of(value.replace("-", "")));
    }

    /// Whether it stands in a barcode or another symbol.
    public boolean symbol() {
        return line == 0;
    }

    /// Whether nothing stands before it in its line.
    public boolean first() {
        return text.substring(0, start).isBlank();
    }

    /// Whether nothing stands behind it in its line.
    public boolean last() {
        return text.substring(end).isBlank();
    }

    /// What a number looks like that is never a reference, as sentences say it; null for nothing.
    ///
    /// @param value without blanks
    public static String impostor(String value) {
        Impostor impostor = Impostor.of(value.replace("-", ""));
        return impostor == null ? null : impostor.name();
    }
}
