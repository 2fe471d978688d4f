package slipstream.escpos.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.testing.Bytecode;

class ReceiptEndsTest {
    @TempDir
    private Path directory;

    /// Streams and the receipts they make: ending and lines of each, the last at the stream's end.
    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '|', textBlock = """
            "a" 0A 1D 56 00                | CUT a
            "a" 0A 1D 56 30                | CUT a
            "a" 0A 1D 56 01                | CUT a
            "a" 0A 1D 56 31                | CUT a
            "a" 0A 1D 56 41 10             | CUT a
            "a" 0A 1D 56 42 00             | CUT a
            "a" 0A 1D 56 61 20             | CUT a
            "a" 0A 1D 56 62 20             | CUT a
            "a" 0A 1D 56 67 00             | CUT a
            "a" 0A 1D 56 68 00             | CUT a
            "a" 0A 1B 69                   | CUT a
            "a" 0A 1B 6D                   | CUT a
            "a" 0A 1D 28 56 02 00 30 00    | CUT a
            "a" 0A 1D 28 56 03 00 31 00 08 | CUT a
            "a" 0A 1D 28 56 03 00 33 00 08 | CUT a
            "a" 0A 1D 56 63 00 00 1D 56 6D | CUT a
            "a" 0A 1D 53                   | CUT a
            "a" 0A 1D 0C                   | CUT a
            "a" 0A 1C 28 4C 02 00 41 30    | CUT a
            "a" 0A 1C 28 4C 02 00 42 31    | CUT a
            "a" 0A 1C 28 4C 02 00 43 30 "b" 0A | END_OF_STREAM a;b
            1B 1D 61 01 "a" 0A 1B 64 02    | CUT a
            "a" 0A 1D 56 65 41             | END_OF_STREAM a;A
            "a" 1D 56 00                   | CUT a
            "a" 1B 69 "b" 0A               | END_OF_STREAM ab
            1B 4C "a" 0A 0C 1D 56 00       | CUT a
            1B 4C "a" 0A 1B 0C 1B 53 1D 56 00 | CUT a
            1B 4C "a" 0A 1B 53 "b" 0A 1D 56 00 | CUT b
            1B 4C "a" 1D 24 40 00 "b" 0A 0C 1D 56 00 | CUT a;b
            1B 4C "a" 1B 57 00 00 00 00 00 02 00 01 "b" 0A 0C 1D 56 00 | CUT a;b
            1B 4C "a" 1B 54 01 "b" 0A 0C 1D 56 00 | CUT a;b
            1B 54 01 "a" 1B 54 00 "b" 0A 1D 56 00 | CUT ab
            "a" 1B 40 1D 56 00 "b" 0A      | END_OF_STREAM b
            1B 4C "a" 0A 1B 40 "b" 0A 1D 56 00 | CUT b
            "x" 0A 1B 4C "a" 0A 18 0C 1D 56 00 | CUT x
            "a" 0A 1D 56 00 "b" 0A 1D 56 00 | CUT a, CUT b
            "shop" 0A 1B 6D "customer" 0A 1B 69 | CUT shop, CUT customer
            "a" 0A 1D 56 00 1D 56 00       | CUT a
            "a" 0A 1D 56 00 0A 0A 1D 56 00 | CUT a
            1B 70 00 19 19 "a" 0A 1D 56 00 | CUT a
            "a" 0A 1B 70 00 19 19 1D 56 00 1B 70 00 19 19 | CUT a
            10 14 01 00 01 "a" 0A 10 14 01 00 01 1D 56 00 | CUT a
            "a" 0A 1D 56 00 1D 72 01 1D 49 01 10 04 01 | CUT a
            "a" 0A 1D 56 00 1B 40 00 00 0A 0A | CUT a
            1D 3A "a" 0A 1D 56 00 1D 3A 1D 5E 02 00 00 | CUT a, CUT a, CUT a
            1D 3A "a" 0A 1D 3A "b" 0A 1D 5E 02 00 00 1D 56 00 | CUT a;b;a;a
            "a" 0A 0A 0A 0A 1B 40 "b" 0A   | END_OF_STREAM a;b
            "a"                            | END_OF_STREAM a
            "a" 0A 1B 3D 02 0C "THANK YOU" 0D 0A 1B 40 1D 56 00 1B 3D 01 "b" 0A 1D 56 00 | CUT a;b
            1B 3D 02 "TOTAL 3.00" 0A 1B 3D 01 "a" 0A 1D 56 00 1B 3D 02 "BYE" 0A 1B 3D 01 | CUT a
            "a" 1B 3D 02 "b" 0A 1B 3D 01 "c" 0A 1D 56 00 | CUT ac
            1B 3D 03 "a" 0A 1D 56 00       | CUT a
            """)
    void aReceiptEndsWhereThePaperDoes(String stream, String receipts) {
        assertEquals(receipts, receipts(PrinterProfile.GENERIC_80MM, stream));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '|', textBlock = """
            "a" 0A 0A 0A 0A 1B 40 "b" 0A   | NEXT_JOB a, END_OF_STREAM b
            "a" 0A 1B 64 03 1B 40 "b" 0A   | NEXT_JOB a, END_OF_STREAM b
            "a" 1B 64 04 1B 40 "b" 0A      | NEXT_JOB a, END_OF_STREAM b
            "a" 0A 1B 4A 60 1B 40 1B 40 "b" 0A | NEXT_JOB a, END_OF_STREAM b
            "a" 0A 0A 1B 40 "b" 0A         | END_OF_STREAM a;b
            "a" 0A 1D 56 00 "b" 0A         | CUT a, END_OF_STREAM b
            """)
    void withoutABladeTheNextJobEndsAReceiptThatWasFedOut(String stream, String receipts) {
        assertEquals(receipts, receipts(PrinterProfile.GENERIC_58MM, stream));
    }

    /// What other makers' printers have instead of `GS V`.
    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '|', textBlock = """
            custom       | "a" 0A 1D 65 05    | CUT a
            custom       | "a" 0A 1D 65 03 0C | CUT a
            clone        | "a" 0A 1B 6B 00    | CUT a
            bematech     | "a" 0A 1B 77       | CUT a
            ncr          | "a" 0A 19          | CUT a
            ncr          | "a" 0A 1A          | CUT a
            citizen      | "a" 0A 1B 69       | CUT a
            citizen      | "a" 0A 1D 56 42 00 | CUT a
            star         | "a" 0A 1B 64 00    | CUT a
            star         | "a" 0A 1B 64 01    | CUT a
            star         | "a" 0A 1B 64 03    | CUT a
            escpos       | "a" 0A 1B 64 03    | END_OF_STREAM a
            star         | 1B 2A 72 41 62 01 00 FF 1B 0C 04 1B 2A 72 42 | CUT 8x1
            star         | 1B 2A 72 41 62 01 00 FF 6B 02 00 0FF0 62 01 00 FF 1B 0C 00 1B 2A 72 42 | CUT 16x2
            star         | 1B 2A 72 41 62 01 00 FF 1B 2A 72 59 34 30 00 1B 2A 72 42 | CUT 8x41
            star         | 1B 2A 72 41 62 01 00 FF 1B 0C 19 62 01 00 FF 62 01 00 FF 1B 0C 04 | CUT 8x1, CUT 8x2
            star         | 1B 2A 72 41 62 01 00 FF 1B 0C 04 1B 0C 04 1B 2A 72 42 | CUT 8x1
            star         | 1B 2A 72 41 1B 2A 72 46 31 00 62 01 00 FF 1B 0C 00 62 01 00 FF 1B 0C 04 | CUT 8x1;8x1
            star         | 1B 2A 72 41 62 01 00 FF 1B 2A 72 45 31 00 1B 0C 04 | CUT 8x1
            star         | 1B 2A 72 41 1B 2A 72 45 38 00 62 01 00 FF 1B 0C 04 | CUT 8x1
            star         | 1B 2A 72 41 1B 2A 72 45 33 00 62 01 00 FF 1B 0C 04 | CUT 8x1
            star         | 1B 2A 72 41 1B 2A 72 45 31 00 1B 2A 72 52 62 01 00 FF 1B 0C 04 | CUT 8x1
            star         | 1B 2A 72 41 62 01 00 FF 1B 2A 72 43 1B 2A 72 42 | END_OF_STREAM 8x1
            star         | 1B 2A 72 41 62 01 00 FF 1B 40 "a" 0A 1B 64 03 | CUT 8x1;a
            star         | 1B 2A 72 41 62 01 00 FF | END_OF_STREAM 8x1
            star         | "a" 1B 2A 72 41 1B 2A 72 45 32 00 62 01 00 FF 1B 2A 72 42 "b" 0A 1B 64 03 | CUT a;8x1;b
            star         | 1B 2A 72 41 "A" 0A 0A 1B 64 03 1B 2A 72 42 "b" 0A | END_OF_STREAM b
            star         | "a" 0A 1B 0C 04 "b" 0A 1B 64 03 | CUT a;b
            """)
    void eachDialectHasEndsOfItsOwn(String dialect, String stream, String receipts) {
        assertEquals(receipts, receipts(PrinterProfile.GENERIC_80MM, Grammar.named(dialect), stream));
    }

    /// A cut that the printer does not take ends nothing.
    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '|', textBlock = """
            tm-t88v  |                            | "a" 1D 56 00 "b" 0A 1D 56 00 | CUT ab
            tm-t88v  |                            | "a" 1D 56 42 00 0A           | END_OF_STREAM a
            ncr-7156 |                            | "a" 1D 56 00 "b" 0A          | CUT a, END_OF_STREAM b
            ncr-7156 |                            | "a" 1B 69 "b" 0A             | END_OF_STREAM ab
            generic-80mm | ignores-partial-feed-cut | "a" 0A 1D 56 42 00 "b" 0A 1D 56 41 00 | CUT a;b
            generic-80mm | ignores-partial-feed-cut | "a" 0A 1D 56 01 "b" 0A     | CUT a, END_OF_STREAM b
            """)
    void aCutEndsAReceiptWhereTheProfilesPrinterTakesIt(String like, String quirks, String stream, String receipts)
            throws IOException {
        String text = "like = " + like + (quirks == null ? "" : "\nquirks = " + quirks) + "\n";
        PrinterProfile profile = PrinterProfile.read(Files.writeString(directory.resolve("till.properties"), text));
        assertEquals(receipts, receipts(profile, stream));
    }

    @Test
    void aMoveDownAPageKeepsItsDistanceFromTheEdge() {
        List<Receipt> receipts =
                read(PrinterProfile.GENERIC_80MM, Grammar.ESC_POS, "1B 4C \"abc\" 1D 24 40 00 \"d\" 0A \"e\" 0A 0C");
        assertEquals(
                List.of(0, 36, 0),
                receipts.getFirst().lines().stream()
                        .map(line -> line.runs().getFirst().x())
                        .toList());
    }

    /// Ten letters reach along the area: 60 dots wide, 96 high.
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 24", "2, 0", "3, 24"})
    void aPagesLinesReachAlongItsArea(int direction, int x) {
        List<Receipt> receipts = read(
                PrinterProfile.GENERIC_80MM,
                Grammar.ESC_POS,
                "1B 4C 1B 57 00 00 00 00 3C 00 60 00 1B 54 0" + direction + " \"0123456789\" 1B 45 01 \"x\" 0A 0C");
        assertEquals(x, receipts.getFirst().lines().getFirst().runs().get(1).x());
    }

    @Test
    void aRunKnowsWhereItStands() {
        List<Receipt> receipts = read(
                PrinterProfile.GENERIC_80MM,
                Grammar.ESC_POS,
                "1B 64 02 \"ab\" 1B 45 01 \"c\" 0A 0A 1D 21 10 \"de\" 09 \"f\" 1B 24 90 01 \"g\" 0A");
        List<Element.Line> lines = receipts.getFirst().lines();
        assertEquals(3, lines.get(0).number());
        assertEquals(5, lines.get(1).number());
        assertEquals(
                List.of(0, 24), lines.get(0).runs().stream().map(Element.Run::x).toList());
        assertEquals(
                List.of("de@0", " @48", "f@96", " @120", "g@400"),
                lines.get(1).runs().stream()
                        .map(run -> run.text() + "@" + run.x())
                        .toList());
    }

    private static String receipts(PrinterProfile profile, String stream) {
        return receipts(profile, Grammar.ESC_POS, stream);
    }

    private static String receipts(PrinterProfile profile, Grammar grammar, String stream) {
        return read(profile, grammar, stream).stream()
                .map(receipt -> receipt.ending() + " "
                        + receipt.elements().stream()
                                .map(ReceiptEndsTest::shown)
                                .collect(Collectors.joining(";")))
                .collect(Collectors.joining(", "));
    }

    private static String shown(Element element) {
        return switch (element) {
            case Element.Line line -> line.text();
            case Element.Picture picture -> picture.width() + "x" + picture.height();
            case Element.Symbol symbol -> symbol.system();
        };
    }

    private static List<Receipt> read(PrinterProfile profile, Grammar grammar, String stream) {
        List<Receipt> receipts = new ArrayList<>();
        var receiptReader = new ReceiptReader(profile, receipts::add);
        var reader = new CommandReader(1 << 20, receiptReader::accept);
        byte[] bytes = Bytecode.of(stream);
        new CommandDecoder(grammar, reader).feed(bytes, 0, bytes.length);
        reader.flush();
        receiptReader.end(Receipt.Ending.END_OF_STREAM);
        return receipts;
    }
}
