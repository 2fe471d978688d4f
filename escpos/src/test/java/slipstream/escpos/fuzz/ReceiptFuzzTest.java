package slipstream.escpos.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.receipt.ReceiptReader;
import slipstream.escpos.state.PrinterState;

class ReceiptFuzzTest {
    private static final int BODY_LIMIT = 8192;
    private static final int MOST = 4096;

    @FuzzTest(maxDuration = "10m")
    void anyBytesMakeBoundedReceiptsAndTheSameInAnySlices(byte[] input) {
        var slices = new Slices(input);
        var whole = new Reading();
        byte[] stream = slices.stream();
        whole.decoder.feed(stream, 0, stream.length);
        var sliced = new Reading();
        slices.each(sliced.decoder::feed, () -> {});

        assertEquals(whole.finish(), sliced.finish());
        assertEquals(whole.state(), sliced.state());
        whole.receipts.forEach(receipt -> assertBounded(receipt, stream.length));
    }

    private static void assertBounded(Receipt receipt, int length) {
        assertTrue(receipt.elements().size() <= MOST);
        assertTrue(receipt.offset() >= 0 && receipt.offset() < length, "begins at " + receipt.offset());
        for (Element element : receipt.elements()) {
            assertTrue(element.offset() >= 0 && element.offset() < length, "stands at " + element.offset());
            if (element instanceof Element.Line line) {
                // A letter of the last run may be two chars.
                assertTrue(line.text().length() <= MOST + 1);
                assertEquals(new Element.Line(line.offset(), line.number(), line.runs()), line);
            }
        }
    }

    private static final class Reading {
        final List<Receipt> receipts = new ArrayList<>();
        private final ReceiptReader reader = new ReceiptReader(PrinterProfile.GENERIC_80MM, receipts::add);
        private final CommandReader commands = new CommandReader(BODY_LIMIT, reader::accept);
        final CommandDecoder decoder = new CommandDecoder(Grammar.ESC_POS, commands);

        List<Receipt> finish() {
            decoder.release();
            commands.flush();
            reader.end(Receipt.Ending.END_OF_STREAM);
            return receipts;
        }

        PrinterState state() {
            return reader.state();
        }
    }
}
