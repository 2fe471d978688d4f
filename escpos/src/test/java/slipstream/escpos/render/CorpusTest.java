package slipstream.escpos.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.profile.PrinterProfile;

/// Every stream of the shared collection, whose index says where each is from.
class CorpusTest {
    private static final String PLACE = System.getenv().getOrDefault("SLIPSTREAM_CORPUS", "../../shared/corpus");

    @TestFactory
    Stream<DynamicTest> everyStreamPrintsTheSameHoweverItIsSliced() throws IOException {
        Path corpus = Path.of(PLACE);
        assumeTrue(
                Files.isDirectory(corpus),
                "No corpus at " + corpus.toAbsolutePath().normalize() + "; SLIPSTREAM_CORPUS says where it is.");
        List<Path> streams;
        try (Stream<Path> files = Files.walk(corpus)) {
            streams = files.filter(file -> file.toString().endsWith(".bin"))
                    .filter(file -> !file.toString().contains("EscPosUtils"))
                    .sorted()
                    .toList();
        }
        return streams.stream().map(file -> dynamicTest(corpus.relativize(file).toString(), () -> slicings(file)));
    }

    private static void slicings(Path file) throws IOException {
        byte[] stream = Files.readAllBytes(file);
        List<Bitmap> whole = ReceiptRenderer.render(new ByteArrayInputStream(stream), PrinterProfile.GENERIC_80MM);
        List<String> text = TextRenderer.render(new ByteArrayInputStream(stream), PrinterProfile.GENERIC_80MM);
        assertEquals(whole.size(), text.size());
        for (int slice : new int[] {1, 2, 3, 5}) {
            List<Bitmap> sliced = sliced(stream, slice);
            assertEquals(whole.size(), sliced.size());
            for (int i = 0; i < whole.size(); i++) {
                assertArrayEquals(Printing.bytes(whole.get(i)), Printing.bytes(sliced.get(i)));
            }
        }
    }

    private static List<Bitmap> sliced(byte[] stream, int slice) {
        List<Bitmap> receipts = new ArrayList<>();
        var renderer = new ReceiptRenderer(PrinterProfile.GENERIC_80MM, receipts::add);
        var reader = new CommandReader(ReceiptRenderer.BODY_LIMIT, renderer::accept);
        var decoder = new CommandDecoder(Grammar.ESC_POS, reader);
        for (int at = 0; at < stream.length; at += slice) {
            decoder.feed(stream, at, Math.min(stream.length, at + slice));
        }
        reader.flush();
        renderer.finish();
        return receipts;
    }
}
