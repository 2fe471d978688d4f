package slipstream.device.reference;

import java.util.ArrayList;
import java.util.List;
import slipstream.escpos.receipt.Element;

/// Takes payment codes, card numbers and numbers of people out of what is kept of a receipt: of each only the last
/// four digits stay.
///
/// To be called for each element once it was looked at. A number may go on in up to three more lines of nothing but
/// digits: the lines before are masked with the one that shows it. The mask is no `*`, which people's own masks are
/// made of and which tell of a card.
public final class Secrets {
    private static final char MASK = '#';
    private static final int FEWEST_DIGITS = 4;
    private static final int MOST_LINES = 4;

    /// Digits at the end of a line, and the same in the lines before that they go on from.
    private record Piece(int element, Digits digits) {}

    private final List<Piece> pieces = new ArrayList<>();
    private int next;

    /// At the beginning of a receipt.
    public Secrets() {}

    /// Masks what came since.
    ///
    /// @param soFar the receipt's elements; those with a secret are replaced
    public void mask(List<Element> soFar) {
        for (; next < soFar.size(); next++) {
            switch (soFar.get(next)) {
                case Element.Line line -> mask(soFar, line);
                case Element.Symbol symbol -> {
                    pieces.clear();
                    String payload = Mask.secrets(symbol.payload(), MASK);
                    if (!payload.equals(symbol.payload())) {
                        soFar.set(next, new Element.Symbol(symbol.offset(), symbol.system(), payload));
                    }
                }
                case Element.Picture ignored -> pieces.clear();
            }
        }
    }

    private void mask(List<Element> soFar, Element.Line line) {
        String text = line.text();
        if (!digits(text, pieces.isEmpty() ? FEWEST_DIGITS : 1)) {
            pieces.clear();
            return;
        }
        String masked = Mask.secrets(text, MASK);
        if (!masked.equals(text)) {
            soFar.set(next, with(line, masked));
        }
        goesOn(soFar, text);
    }

    private void goesOn(List<Element> soFar, String text) {
        Digits last = null;
        for (Digits digits = Digits.next(text, 0); digits != null; digits = Digits.next(text, digits.end())) {
            last = digits;
        }
        if (last == null || !last.alone() || pieces.size() == MOST_LINES) {
            pieces.clear();
        }
        if (last == null || !last.last()) {
            return;
        }
        pieces.add(new Piece(next, last));
        var value = new StringBuilder();
        for (int i = pieces.size() - 1; i >= 0; i--) {
            value.insert(0, pieces.get(i).digits.value());
            if (i < pieces.size() - 1 && Mask.secret(Impostor.of(value.toString()))) {
                pieces.subList(i, pieces.size()).forEach(piece -> hide(soFar, piece, piece == pieces.getLast()));
                pieces.clear();
                return;
            }
        }
    }

    private static void hide(List<Element> soFar, Piece piece, boolean last) {
        if (soFar.get(piece.element) instanceof Element.Line line) {
            var masked = new StringBuilder(line.text());
            Mask.hide(masked, piece.digits.start(), piece.digits.end(), MASK, last ? Mask.SHOWN : 0);
            soFar.set(piece.element, with(line, masked.toString()));
        }
    }

    /// `line` with the characters of `text`, which is as long.
    private static Element.Line with(Element.Line line, String text) {
        List<Element.Run> runs = new ArrayList<>();
        int at = 0;
        for (Element.Run run : line.runs()) {
            int end = at + run.text().length();
            runs.add(new Element.Run(run.offset(), run.x(), text.substring(at, end), run.style()));
            at = end;
        }
        return new Element.Line(line.offset(), line.number(), List.copyOf(runs));
    }

    /// Whether `text` has so many digits.
    private static boolean digits(String text, int fewest) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < fewest; i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits == fewest;
    }
}
