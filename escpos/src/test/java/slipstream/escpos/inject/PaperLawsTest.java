package slipstream.escpos.inject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.render.Bitmap;
import slipstream.escpos.render.ReceiptRenderer;
import slipstream.escpos.testing.Corpus;
import slipstream.escpos.testing.ReceiptEnds;
import slipstream.escpos.testing.Streams;

class PaperLawsTest {
    private static final String URL = "HTTPS://SLIP.EXAMPLE/C/0123456789ABCDEFGHJK";
    private static final List<String> CAPTION = List.of("微信扫一扫，领取优惠券", "Scan for your coupon");

    @Test
    void everyReceiptOfTheCorpusDiffersByItsBlockAloneAndTheBlockScans() throws IOException, ReaderException {
        for (Corpus.Job job : Corpus.jobs()) {
            for (String name : List.of("generic-80mm", "generic-58mm")) {
                PrinterProfile profile = PrinterProfile.named(name);
                List<Bitmap> plain = render(job.bytes(), profile);
                List<Bitmap> marked = render(injected(job.bytes(), profile), profile);
                assertEquals(plain.size(), marked.size(), job.name());
                for (int i = 0; i < plain.size(); i++) {
                    String which = job.name() + ", receipt " + (i + 1) + " on " + name;
                    int top = assertDiffersByOneBand(which, plain.get(i), marked.get(i));
                    int band = marked.get(i).height() - plain.get(i).height();
                    assertEquals(URL, payload(marked.get(i), top, band), which);
                }
            }
        }
    }

    @Test
    void generatedReceiptsDifferByTheirBlockAlone() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            byte[] job = Streams.job(new Random(seed));
            List<Bitmap> plain = render(job, PrinterProfile.GENERIC_80MM);
            List<Bitmap> marked = render(injected(job, PrinterProfile.GENERIC_80MM), PrinterProfile.GENERIC_80MM);
            assertEquals(plain.size(), marked.size(), "seed " + seed);
            for (int i = 0; i < plain.size(); i++) {
                assertDiffersByOneBand("seed " + seed + ", receipt " + (i + 1), plain.get(i), marked.get(i));
            }
        }
    }

    @Test
    void everyEndOfAReceiptDiffersByItsBlockAloneAndTheBlockScans() throws IOException, ReaderException {
        for (String end : ReceiptEnds.OPEN) {
            byte[] job = ReceiptEnds.job(end);
            List<Bitmap> plain = render(job, PrinterProfile.GENERIC_80MM);
            List<Bitmap> marked = render(injected(job, PrinterProfile.GENERIC_80MM), PrinterProfile.GENERIC_80MM);
            assertEquals(plain.size(), marked.size(), end);
            for (int i = 0; i < plain.size(); i++) {
                int top = assertDiffersByOneBand(end, plain.get(i), marked.get(i));
                assertEquals(
                        URL,
                        payload(
                                marked.get(i),
                                top,
                                marked.get(i).height() - plain.get(i).height()),
                        end);
            }
        }
    }

    @Test
    void damagedReceiptsDifferByTheirBlocksAlone() throws IOException {
        for (Corpus.Job job : Corpus.jobs()) {
            if (job.bytes().length > 20_000) {
                continue;
            }
            for (int seed = 0; seed < 4; seed++) {
                byte[] damaged = Streams.damaged(new Random(seed), job.bytes());
                List<Bitmap> plain = render(damaged, PrinterProfile.GENERIC_80MM);
                List<Bitmap> marked =
                        render(injected(damaged, PrinterProfile.GENERIC_80MM), PrinterProfile.GENERIC_80MM);
                String which = job.name() + " damaged by " + seed;
                assertEquals(plain.size(), marked.size(), which);
                for (int i = 0; i < plain.size(); i++) {
                    assertDiffersByAtMostOneBand(which + ", receipt " + (i + 1), plain.get(i), marked.get(i));
                }
            }
        }
    }

    /// Where the band begins, at the latest.
    private static int assertDiffersByOneBand(String which, Bitmap plain, Bitmap marked) {
        assertTrue(marked.height() - plain.height() > 100, which + " has no block");
        return assertDiffersByAtMostOneBand(which, plain, marked);
    }

    private static int assertDiffersByAtMostOneBand(String which, Bitmap plain, Bitmap marked) {
        int band = marked.height() - plain.height();
        assertTrue(band >= 0, which);
        int same = 0;
        while (same < plain.height() && Arrays.equals(row(plain, same), row(marked, same))) {
            same++;
        }
        for (int y = same; y < plain.height(); y++) {
            assertTrue(Arrays.equals(row(plain, y), row(marked, y + band)), which + ", row " + y);
        }
        return same;
    }

    private static boolean[] row(Bitmap paper, int y) {
        boolean[] row = new boolean[paper.width()];
        for (int x = 0; x < row.length; x++) {
            row[x] = paper.black(x, y);
        }
        return row;
    }

    private static String payload(Bitmap paper, int top, int band) throws ReaderException {
        int from = Math.max(0, top - 30);
        int rows = Math.min(paper.height(), top + band) - from;
        int[] pixels = IntStream.range(0, paper.width() * rows)
                .map(i -> paper.black(i % paper.width(), from + i / paper.width()) ? 0 : 0xFFFFFF)
                .toArray();
        var source = new RGBLuminanceSource(paper.width(), rows, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    private static List<Bitmap> render(byte[] job, PrinterProfile profile) throws IOException {
        return ReceiptRenderer.render(new ByteArrayInputStream(job), profile);
    }

    private static byte[] injected(byte[] job, PrinterProfile profile) {
        var out = new ByteArrayOutputStream();
        var injector = new Injector(
                profile,
                Injector.RealTime.IN_ORDER,
                (bytes, from, to) -> out.write(bytes, from, to - from),
                new Claims() {
                    @Override
                    public void ended(Receipt receipt, Hold hold) {
                        hold.print(URL, CAPTION);
                    }
                });
        injector.feed(job, 0, job.length);
        injector.close();
        return out.toByteArray();
    }
}
