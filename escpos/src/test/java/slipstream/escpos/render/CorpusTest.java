package slipstream.escpos.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.receipt.ReceiptListener;
import slipstream.escpos.receipt.ReceiptReader;
import slipstream.escpos.testing.Corpus;

class CorpusTest {
    static List<Corpus.Job> jobs() {
        return Corpus.jobs();
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void everyStreamPrintsTheSameHoweverItIsSliced(Corpus.Job job) throws IOException {
        byte[] stream = job.bytes();
        List<Bitmap> whole = ReceiptRenderer.render(new ByteArrayInputStream(stream), PrinterProfile.GENERIC_80MM);
        for (int slice : new int[] {1, 2, 3, 5}) {
            List<Bitmap> sliced = sliced(stream, slice);
            assertEquals(whole.size(), sliced.size());
            for (int i = 0; i < whole.size(); i++) {
                assertArrayEquals(Printing.bytes(whole.get(i)), Printing.bytes(sliced.get(i)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void pictureTextAndReaderAgreeOnTheReceipts(Corpus.Job job) throws IOException {
        var numbers = new ArrayList<Integer>();
        ReceiptListener listener = new ReceiptListener() {
            @Override
            public void printed(List<Element> soFar) {}

            @Override
            public void ended(Receipt receipt) {
                numbers.add(receipt.number());
            }
        };
        var receipts = new ReceiptReader(PrinterProfile.GENERIC_80MM, listener);
        var reader = new CommandReader(ReceiptRenderer.BODY_LIMIT, receipts::accept);
        new CommandDecoder(Grammar.ESC_POS, reader).feed(job.bytes(), 0, job.bytes().length);
        reader.flush();
        receipts.end(Receipt.Ending.END_OF_STREAM);
        var in = new ByteArrayInputStream(job.bytes());
        assertEquals(
                numbers.size(),
                ReceiptRenderer.render(in, PrinterProfile.GENERIC_80MM).size());
        in.reset();
        assertEquals(
                numbers.size(),
                TextRenderer.render(in, PrinterProfile.GENERIC_80MM).size());
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
