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

    private static final int SHORTEST_WITHIN = 13;

    /// Of today's payment cards; the shorter ones are none that are swiped.
    private static final int SHORTEST_CARD = 15;

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
        if (impostor == null && number.value().indexOf('-') > 0) {
            impostor = of(number.value());
        }
        boolean words = number.digits() == null && number.value().length() > SHORTEST_WITHIN;
        return impostor == null && words ? within(number.value()) : impostor;
    }

    /// The secret that a row of digits within `value` is, as in `VISA4111111111111111`; null for none. An order's
    /// number may begin with letters and the day, and have a card's check digit by chance.
    private static Impostor within(String value) {
        for (Digits digits = Digits.next(value, 0); digits != null; digits = Digits.next(value, digits.end())) {
            Impostor impostor = surely(digits.value());
            if (impostor != null) {
                return impostor;
            }
        }
        return null;
    }

    /// The secret in groups of digits of which `number` in `line` is one, as the beginning of `621234 5678901234567`;
    /// null for none.
    static Impostor around(String line, Number number) {
        for (Digits digits = Digits.next(line, 0); digits != null; digits = Digits.next(line, digits.end())) {
            for (Digits part : digits.parts()) {
                boolean more = part.start() < number.start() || part.end() > number.end();
                if (more && part.start() < number.end() && part.end() > number.start()) {
                    Impostor impostor = surely(part.value());
                    if (impostor != null) {
                        return impostor;
                    }
                }
            }
        }
        return null;
    }

    /// The secret that a row of digits is, but for what an order's number often looks like.
    static Impostor surely(String row) {
        Impostor impostor = row.length() < SHORTEST_WITHIN || shortDay(row) ? null : of(row);
        boolean sure = impostor != null
                && (!impostor.mayBeChance() || row.length() >= SHORTEST_CARD && "3456".indexOf(row.charAt(0)) >= 0);
        return sure && impostor.secret() ? impostor : null;
    }

    /// Whether it begins with a day of these years without its century: 261122.
    private static boolean shortDay(String row) {
        return row.startsWith("2") && Check.day("20" + row, 0);
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
