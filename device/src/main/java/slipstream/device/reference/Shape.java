package slipstream.device.reference;

import java.util.List;
import slipstream.device.reference.text.Table;

/// What a number looks like: five cells of a table.
///
/// @param alphabet what it is written with
/// @param shortest its least length
/// @param longest its greatest length
/// @param leads what it may begin with, `?` for any character; none for anything
/// @param day where in it eight digits are a day, yyyyMMdd; -1 for nowhere
/// @param check what its characters must come to
record Shape(Alphabet alphabet, int shortest, int longest, List<String> leads, int day, Check check) {
    /// How many cells of a row a shape takes.
    static final int CELLS = 5;

    /// The shape that `cells` tell: alphabet, length (`28`, `6-32`), leads, day, check; `-` for none.
    static Shape of(List<String> cells) {
        String[] lengths = cells.get(1).split("-");
        return new Shape(
                Alphabet.of(cells.get(0)),
                Integer.parseInt(lengths[0]),
                Integer.parseInt(lengths[lengths.length - 1]),
                Table.entries(cells.get(2)).toList(),
                cells.get(3).equals("-") ? -1 : Integer.parseInt(cells.get(3)),
                cells.get(4).equals("-")
                        ? Check.NONE
                        : Check.valueOf(cells.get(4).toUpperCase(java.util.Locale.ROOT)));
    }

    /// Whether `value` looks so.
    boolean fits(String value) {
        return value.length() >= shortest
                && value.length() <= longest
                && alphabet.writes(value)
                && leads(value)
                && (day < 0 || Check.day(value, day))
                && check.passes(value);
    }

    /// Whether a number that looks so hardly ever does by chance.
    boolean strong() {
        return day >= 0;
    }

    /// Whether it begins as it has to.
    boolean leads(String value) {
        boolean any = leads.isEmpty();
        for (int i = 0; i < leads.size() && !any; i++) {
            any = leads(value, leads.get(i));
        }
        return any;
    }

    private static boolean leads(String value, String lead) {
        for (int i = 0; i < lead.length(); i++) {
            if (lead.charAt(i) != '?' && lead.charAt(i) != value.charAt(i)) {
                return false;
            }
        }
        return lead.length() <= value.length();
    }

    /// In words: `28 digits`.
    String words() {
        return (shortest == longest ? "" + shortest : shortest + " to " + longest) + " " + alphabet.words();
    }
}
