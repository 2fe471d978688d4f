package slipstream.device.reference.evidence;

/// Headings whose letters are set apart: `H-Ä-N-D-L-E-R-B-E-L-E-G`, `K O P I E`.
final class Spread {
    private static final int FEWEST = 5;

    private Spread() {}

    /// The letters of `line` together, framed as headings are, where each stands alone with the same mark between;
    /// null for other lines.
    static String joined(String line) {
        String text = line.strip();
        int from = 0;
        int to = text.length();
        while (from < to && !Character.isLetter(text.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetter(text.charAt(to - 1))) {
            to--;
        }
        if (to - from < 2 * FEWEST - 1 || (to - from) % 2 == 0 || " -.*_".indexOf(text.charAt(from + 1)) < 0) {
            return null;
        }
        char between = text.charAt(from + 1);
        var word = new StringBuilder("*");
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if ((i - from) % 2 == 0 ? !Character.isLetter(c) : c != between) {
                return null;
            }
            if (c != between) {
                word.append(c);
            }
        }
        return word.append('*').toString();
    }
}
