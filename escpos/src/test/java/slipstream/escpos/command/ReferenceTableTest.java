package slipstream.escpos.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import slipstream.escpos.testing.Framing;
import slipstream.escpos.testing.Table;

/// Every row of the fact table of ESC/POS commands, framed by the grammar of its dialect.
///
/// `reference-differences.tsv` lists the rows that another dialect's grammar frames, and those that are framed
/// otherwise on purpose.
class ReferenceTableTest {
    private static final int SPECIMENS = 40;

    private static final Map<String, String> DIALECTS = Map.ofEntries(
            Map.entry("E", "escpos"),
            Map.entry("EO", "escpos"),
            Map.entry("ES", "escpos"),
            Map.entry("C", "escpos"),
            Map.entry("CW", "escpos"),
            Map.entry("G", "gprinter"),
            Map.entry("M", "micro-panel"),
            Map.entry("K", "citizen"),
            Map.entry("B", "bematech"),
            Map.entry("N", "ncr"),
            Map.entry("U", "custom"),
            Map.entry("I", "sii"),
            Map.entry("S", "star"),
            Map.entry("D", "escpos display"));

    /// A listed difference: the dialect that frames the row as given, or `-`, and why.
    private record Difference(String dialect, String reason) {}

    @Test
    void everyRowIsFramedAsItsLengthSaysOrAsTheListOfDifferencesExplains() {
        Map<String, Difference> listed = differences();
        List<String> wrong = new ArrayList<>();
        int framed = 0;
        for (String[] row : Table.shared("reference/escpos-commands.tsv")) {
            String own = DIALECTS.get(row[1]);
            Difference difference = listed.remove(row[0]);
            String dialect = difference == null ? own : difference.dialect();
            assertNotNull(own, row[1] + ", the dialect of row " + row[0] + ", has no grammar");
            if (dialect.equals("-")) {
                if (failure(row, own) == null) {
                    wrong.add(row[0] + " " + row[3] + ": listed as different, but framed as given");
                }
                continue;
            }
            String failure = failure(row, dialect);
            if (failure != null) {
                wrong.add(failure);
            } else if (difference != null && failure(row, own) == null) {
                wrong.add(row[0] + " " + row[3] + ": listed for " + dialect + ", but " + own + " frames it");
            }
            framed++;
        }
        assertEquals(List.of(), wrong, () -> "rows framed otherwise:\n" + String.join("\n", wrong));
        assertEquals(Map.of(), listed, "listed, but not in the table");
        assertTrue(framed > 450, "rows framed: " + framed);
    }

    private static Map<String, Difference> differences() {
        return Table.resource(ReferenceTableTest.class, "reference-differences.tsv").stream()
                .collect(Collectors.toMap(
                        cells -> cells[0], cells -> new Difference(cells[1], cells[2]), (a, b) -> b, TreeMap::new));
    }

    /// What is wrong with the framing of some command of the row, or null. Of several lengths one is enough.
    private static String failure(String[] row, String dialect) {
        String failure = null;
        for (String rule : row[5].split("\\|")) {
            failure = failure(row, rule, dialect);
            if (failure == null) {
                return null;
            }
        }
        return failure;
    }

    private static String failure(String[] row, String rule, String dialect) {
        var random = new Random(row[0].hashCode());
        Function<byte[], String> hex = HexFormat.ofDelimiter(" ").withUpperCase()::formatHex;
        for (int i = 0; i < SPECIMENS; i++) {
            byte[] specimen = Specimen.of(row[0], row[2], rule, random);
            Grammar grammar = Grammar.named(dialect);
            if (!Framing.isOneCommand(grammar, specimen)) {
                return String.join(" ", row[0], row[1], row[3], "[" + row[5] + "]", hex.apply(specimen), "framed as")
                        + " "
                        + Framing.lengths(grammar, specimen)
                        + " in "
                        + dialect;
            }
        }
        return null;
    }
}
