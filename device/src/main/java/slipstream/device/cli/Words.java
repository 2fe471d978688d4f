package slipstream.device.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Text as a terminal shows it whole.
final class Words {
    private Words() {}

    /// How a profile writes a constant: `shift-jis`.
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// `text` in quotation marks, without what is no character, cut where it would be longer than `columns`.
    static String quoted(String text, int columns) {
        var shown = new StringBuilder("\"");
        int left = columns - 2;
        for (int point : text.strip().codePoints().toArray()) {
            left -= point >= 0x2E80 ? 2 : 1;
            if (left < 1) {
                return shown.append("…\"").toString();
            }
            shown.appendCodePoint(Character.isISOControl(point) ? 0xFFFD : point);
        }
        return shown.append('"').toString();
    }

    /// The words of `text` in lines of at most `columns`; none for an empty text.
    static List<String> lines(String text, int columns) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
