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

/// The token vectors of EscPosUtils, its printer part: each token framed as one command or one run of text, alone
/// and in the stream that all of a list make. Its display part is another device's language.
///
/// `token-differences.tsv` lists the tokens that are framed otherwise on purpose.
class TokenVectorsTest {
    private static final String FOLDER = "corpus/kunif+EscPosUtils/";

    /// One expected token.
    private record Token(String list, String type, byte[] bytes) {
        String hex() {
            return HexFormat.of().formatHex(bytes);
        }
    }

    @Test
    void everyTokenAloneIsFramedAsExpectedOrAsTheListOfDifferencesExplains() {
        Map<String, String> listed = differences();
        List<String> wrong = new ArrayList<>();
        int tokens = 0;
        for (Token token : tokens()) {
            String lengths = Framing.lengths(Grammar.ESC_POS, token.bytes());
            String expected = listed.getOrDefault(token.hex(), Integer.toString(token.bytes().length));
            listed.remove(token.hex());
            if (!lengths.equals(expected)) {
                wrong.add(token.type() + " " + token.hex() + ": " + lengths + ", not " + expected);
            }
            tokens++;
        }
        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
        assertEquals(Map.of(), listed, "listed, but not among the tokens");
        assertEquals(871, tokens);
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
                if (!listed.getOrDefault(token.hex(), "").endsWith("…")) {
                    expected.add(stream.size());
                }
            }
            assertArrayEquals(file(list.getKey()), stream.toByteArray());
            List<Integer> missing = new ArrayList<>(expected);
            missing.removeAll(ends(stream.toByteArray()));
            assertEquals(List.of(), missing, list.getKey() + ": no command ends there");
        }
    }

    private static List<Integer> ends(byte[] stream) {
        List<Integer> ends = new ArrayList<>();
        int at = 0;
        for (Framing.Piece piece : Framing.of(Grammar.ESC_POS, stream)) {
            at += piece.length();
            ends.add(at);
        }
        return ends;
    }

    private static byte[] file(String list) throws IOException {
        Path file = Corpus.root().resolveSibling(FOLDER + list + ".bin");
        assumeTrue(Files.exists(file), "There is no " + file + ".");
        return Files.readAllBytes(file);
    }

    private static List<Token> tokens() {
        return Table.shared(FOLDER + "expected-tokens.tsv").stream()
                .filter(cells -> cells[0].startsWith("prt"))
                .map(cells -> new Token(cells[0], cells[1], HexFormat.of().parseHex(cells[3])))
                .toList();
    }

    /// Each listed token's bytes, and the lengths of the pieces that they are framed as.
    private static Map<String, String> differences() {
        Map<String, String> differences = new TreeMap<>();
        Table.resource(TokenVectorsTest.class, "token-differences.tsv")
                .forEach(cells -> differences.put(cells[0].replace(" ", "").toLowerCase(Locale.ROOT), cells[1]));
        return differences;
    }
}
