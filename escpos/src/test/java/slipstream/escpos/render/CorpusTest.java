package slipstream.escpos.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.testing.Corpus;

/// Every stream of the shared collection, whose index says where each is from.
class CorpusTest {
    @TestFactory
    Stream<DynamicTest> everyStreamPrintsTheSameHoweverItIsSliced() {
        return Corpus.jobs().stream().map(job -> dynamicTest(job.name(), () -> slicings(job.bytes())));
    }

    private static void slicings(byte[] stream) throws IOException {
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
        var reader = new CommandReader(ReceiptRenderer.BODY_LIMIT, (command, offset) -> renderer.accept(command));
        var decoder = new CommandDecoder(Grammar.ESC_POS, reader);
        for (int at = 0; at < stream.length; at += slice) {
            decoder.feed(stream, at, Math.min(stream.length, at + slice));
        }
        reader.flush();
        renderer.finish();
        return receipts;
    }
}
