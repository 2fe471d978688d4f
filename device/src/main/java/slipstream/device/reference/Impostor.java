package slipstream.device.reference;

import java.util.List;
import slipstream.device.reference.text.Table;

/// A row of `impostors.tsv`: numbers that pay, or that stand for a card, a person or goods. None is ever a payment
/// reference; those that are secret are masked wherever text is kept or shown.
///
/// @param name as sentences say it
/// @param secret whether it may not be shown
/// @param shape what it looks like
record Impostor(String name, boolean secret, Shape shape) {
    private static final List<Impostor> ALL = Table.rows(Impostor.class, "impostors.tsv").stream()
            .map(row -> new Impostor(row.get(0), row.get(1).equals("secret"), Shape.of(row.subList(2, row.size()))))
            .toList();

    private static final int SHORTEST =
            ALL.stream().mapToInt(impostor -> impostor.shape.shortest()).min().orElseThrow();

    private static final int LONGEST =
            ALL.stream().mapToInt(impostor -> impostor.shape.longest()).max().orElseThrow();

    /// Whether no more than a check digit says that it is a card's: of any numbers one in ten has it.
    boolean mayBeChance() {
        return shape.check() == Check.LUHN;
    }

    /// What `number` may be instead of a payment reference; null for nothing known.
    static Impostor of(Number number) {
        Impostor impostor = of(number.compact());
        return impostor == null && number.value().indexOf('-') > 0 ? of(number.value()) : impostor;
    }

    /// What `value`, without blanks and dashes, may be instead of a payment reference; null for nothing known.
    static Impostor of(String value) {
        if (value.length() < SHORTEST || value.length() > LONGEST) {
            return null;
        }
        for (Impostor impostor : ALL) {
            if (impostor.shape.fits(value)) {
                return impostor;
            }
        }
        return null;
    }
}
