package slipstream.escpos.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.testing.Corpus;
import slipstream.escpos.testing.Framing;
import slipstream.escpos.testing.Table;

/// The token vectors of EscPosUtils, for printers and for customer displays: each token framed as one command or one
/// run of text, alone and in the stream that all of a list make.
///
/// `token-differences.tsv` lists the tokens that are framed otherwise on purpose.
class TokenVectorsTest {
    private static final String FOLDER = "corpus/kunif+EscPosUtils/";

    /// One expected token.
    private record Token(String list, String type, byte[] bytes) {
        String hex() {
            return HexFormat.of().formatHex(bytes);
        }

        /// As `token-differences.tsv` names it: the device and the bytes.
        String key() {
            return device(list) + " " + hex();
        }

        Grammar grammar() {
            return grammarOf(list);
        }
    }

    @Test
    void everyTokenAloneIsFramedAsExpectedOrAsTheListOfDifferencesExplains() {
        Map<String, String> listed = differences();
        Map<String, String> unmet = differences();
        List<String> wrong = new ArrayList<>();
        int tokens = 0;
        for (Token token : tokens()) {
            String lengths = Framing.lengths(token.grammar(), token.bytes());
            String expected = listed.getOrDefault(token.key(), Integer.toString(token.bytes().length));
            unmet.remove(token.key());
            if (!lengths.equals(expected)) {
                wrong.add(token.type() + " " + token.hex() + ": " + lengths + ", not " + expected);
            }
            tokens++;
        }
        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
        assertEquals(Map.of(), unmet, "listed, but not among the tokens");
        assertEquals(1031, tokens);
    }

    @Test
    void everyListAsOneStreamIsCutWhereItsTokensAre() throws IOException {
        Map<String, String> listed = differences();
        Map<String, List<Token>> lists = new LinkedHashMap<>();
        tokens().forEach(token -> lists.computeIfAbsent(token.list(), ignored -> new ArrayList<>())
                .add(token));
        for (var list : lists.entrySet()) {
            var stream = new ByteArrayOutputStream();
            List<Integer> expected = new ArrayList<>();
            for (Token token : list.getValue()) {
                stream.writeBytes(token.bytes());
                if (!listed.getOrDefault(token.key(), "").endsWith("…")) {
                    expected.add(stream.size());
                }
            }
            assertArrayEquals(file(list.getKey()), stream.toByteArray());
            List<Integer> missing = new ArrayList<>(expected);
            missing.removeAll(ends(grammarOf(list.getKey()), stream.toByteArray()));
            assertEquals(List.of(), missing, list.getKey() + ": no command ends there");
        }
    }

    private static List<Integer> ends(Grammar grammar, byte[] stream) {
        List<Integer> ends = new ArrayList<>();
        int at = 0;
        for (Framing.Piece piece : Framing.of(grammar, stream)) {
            at += piece.length();
            ends.add(at);
        }
        return ends;
    }

    /// Lists of the display's tokens begin with `vfd`, of the printer's with `prt`.
    private static Grammar grammarOf(String list) {
        return device(list).equals("display") ? Grammar.named("escpos display") : Grammar.ESC_POS;
    }

    private static String device(String list) {
        return list.startsWith("vfd") ? "display" : "printer";
    }

    private static byte[] file(String list) throws IOException {
        Path file = Corpus.root().resolveSibling(FOLDER + list + ".bin");
        assumeTrue(Files.exists(file), "There is no " + file + ".");
        return Files.readAllBytes(file);
    }

    private static List<Token> tokens() {
        return Table.shared(FOLDER + "expected-tokens.tsv").stream()
                .map(cells -> new Token(cells[0], cells[1], HexFormat.of().parseHex(cells[3])))
                .toList();
    }

    /// Each listed token's device and bytes, and the lengths of the pieces that they are framed as.
    private static Map<String, String> differences() {
        Map<String, String> differences = new TreeMap<>();
        Table.resource(TokenVectorsTest.class, "token-differences.tsv")
                .forEach(cells -> differences.put(
                        cells[0] + " " + cells[1].replace(" ", "").toLowerCase(Locale.ROOT), cells[2]));
        return differences;
    }
}
