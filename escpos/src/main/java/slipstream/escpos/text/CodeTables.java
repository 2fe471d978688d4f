package slipstream.escpos.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The pages of `ESC t`, as each vendor numbers them, and the national sets of `ESC R`, read from their data
/// files.
public final class CodeTables {
    /// What a number stands for that a vendor does not list.
    static final String PC437 = "PC437";

    private static final byte[] REPLACED = {'#', '$', '@', '[', '\\', ']', '^', '`', '{', '|', '}', '~'};
    private static final Set<String> SYSTEMS =
            Arrays.stream(CodeSystem.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    private static final Map<String, int[]> PAGES = pages();
    private static final Map<String, SortedMap<Integer, String>> VENDORS = vendors();
    private static final Map<Integer, int[]> INTERNATIONAL = international();

    /// All 256 characters of each page and national set that was asked for.
    private static final Map<String, int[]> WHOLE = new ConcurrentHashMap<>();

    private CodeTables() {}

    /// The vendors' tables there are, by the name that a printer profile has for them.
    public static Set<String> names() {
        return VENDORS.keySet();
    }

    /// What each `ESC t n` chooses on a vendor's printers: a page, or a code system of several bytes a
    /// character.
    ///
    /// @throws IllegalArgumentException when there is no such table
    public static SortedMap<Integer, String> table(String vendor) {
        SortedMap<Integer, String> table = VENDORS.get(vendor);
        if (table == null) {
            throw new IllegalArgumentException("There is no code page table \"" + vendor + "\"; known are "
                    + String.join(", ", VENDORS.keySet()) + ".");
        }
        return table;
    }

    /// The names of the one-byte pages there are.
    static Set<String> pageNames() {
        return PAGES.keySet();
    }

    /// The characters 80 to FF of a page.
    static int[] page(String name) {
        return PAGES.get(name);
    }

    /// The code system that `ESC t n` chooses, or null where it chooses a one-byte page.
    static CodeSystem system(String vendor, int n) {
        String chosen = table(vendor).getOrDefault(n, PC437);
        return SYSTEMS.contains(chosen) ? CodeSystem.valueOf(chosen) : null;
    }

    /// The character that one byte is.
    static int codePoint(String vendor, int n, int international, int b) {
        if (b >= 0x80) {
            return PAGES.getOrDefault(table(vendor).getOrDefault(n, PC437), PAGES.get(PC437))[b - 0x80];
        }
        if (b == 0x7F) {
            return ' ';
        }
        int place = Arrays.binarySearch(REPLACED, (byte) b);
        return place < 0 ? b : INTERNATIONAL.getOrDefault(international, INTERNATIONAL.get(0))[place];
    }

    /// What all bytes are after `ESC t n` and `ESC R international`.
    static CodePage codePage(String vendor, int n, int international) {
        String chosen = table(vendor).getOrDefault(n, PC437);
        String page = PAGES.containsKey(chosen) ? chosen : PC437;
        int set = INTERNATIONAL.containsKey(international) ? international : 0;
        int[] characters = WHOLE.computeIfAbsent(page + " " + set, ignored -> {
            int[] all = new int[256];
            Arrays.setAll(all, b -> codePoint(vendor, n, international, b));
            return all;
        });
        return new CodePage(system(vendor, n), characters);
    }

    private static Map<String, int[]> pages() {
        byte[] high = new byte[128];
        for (int i = 0; i < high.length; i++) {
            high[i] = (byte) (0x80 + i);
        }
        Map<String, int[]> pages = new TreeMap<>();
        for (String[] row : rows("pages.tsv")) {
            String characters = row[1].length() == 128 ? row[1] : new String(high, Charset.forName(row[1]));
            pages.put(row[0], characters.codePoints().toArray());
        }
        return Collections.unmodifiableMap(pages);
    }

    private static Map<String, SortedMap<Integer, String>> vendors() {
        Map<String, SortedMap<Integer, String>> vendors = new TreeMap<>();
        for (String[] row : rows("code-tables.tsv")) {
            if (!PAGES.containsKey(row[2]) && !SYSTEMS.contains(row[2])) {
                throw new IllegalStateException("code-tables.tsv: there is no page " + row[2]);
            }
            vendors.computeIfAbsent(row[0], vendor -> new TreeMap<>()).put(Integer.parseInt(row[1]), row[2]);
        }
        vendors.replaceAll((vendor, table) -> Collections.unmodifiableSortedMap(table));
        return Collections.unmodifiableMap(vendors);
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
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
