package slipstream.escpos.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The one-byte pages of `ESC t` and the national sets of `ESC R`, read from their data files.
final class CodeTables {
    /// What `ESC t` numbers nothing else.
    private static final int PAGE_437 = 0;

    private static final byte[] REPLACED = {'#', '$', '@', '[', '\\', ']', '^', '`', '{', '|', '}', '~'};
    private static final Map<Integer, int[]> PAGES = pages();
    private static final Map<Integer, int[]> INTERNATIONAL = international();

    private CodeTables() {}

    /// The character that one byte is.
    static int codePoint(int codeTable, int international, int b) {
        if (b >= 0x80) {
            return PAGES.getOrDefault(codeTable, PAGES.get(PAGE_437))[b - 0x80];
        }
        if (b == 0x7F) {
            return ' ';
        }
        int place = Arrays.binarySearch(REPLACED, (byte) b);
        return place < 0 ? b : INTERNATIONAL.getOrDefault(international, INTERNATIONAL.get(0))[place];
    }

    private static Map<Integer, int[]> pages() {
        byte[] high = new byte[128];
        for (int i = 0; i < high.length; i++) {
            high[i] = (byte) (0x80 + i);
        }
        Map<Integer, int[]> pages = new HashMap<>();
        for (String[] row : rows("code-tables.tsv")) {
            String characters = row[1].length() == 128 ? row[1] : new String(high, Charset.forName(row[1]));
            pages.put(Integer.parseInt(row[0]), characters.codePoints().toArray());
        }
        return pages;
    }

    private static Map<Integer, int[]> international() {
        Map<Integer, int[]> sets = new HashMap<>();
        for (String[] row : rows("international-sets.tsv")) {
            sets.put(Integer.parseInt(row[0]), row[1].codePoints().toArray());
        }
        return sets;
    }

    private static List<String[]> rows(String resource) {
        try (var in = new BufferedReader(
                new InputStreamReader(CodeTables.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> Character.isDigit(line.charAt(0)))
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
