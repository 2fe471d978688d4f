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
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.render.Bitmap;
import slipstream.escpos.render.ReceiptRenderer;
import slipstream.escpos.testing.Corpus;
import slipstream.escpos.testing.ReceiptEnds;
import slipstream.escpos.testing.Streams;

/// What the paper shows, with and without blocks: the same rows, but for one band.
class PaperLawsTest {
    private static final String URL = InjectedJob.URL;

    /// Two of the usual, one of 180 dpi, and one without a blade that differs from the manual wherever it can.
    private static final List<PrinterProfile> PROFILES = List.of(
            PrinterProfile.GENERIC_80MM,
            PrinterProfile.GENERIC_58MM,
            PrinterProfile.named("tm-t88v"),
            PrinterProfile.named("nt-5890k"));

    /// How a block is drawn.
    enum Way {
        RASTER(BlockMeans.RASTER),
        SHORT_RASTERS(new BlockMeans(false, false, 255)),
        DOUBLED(new BlockMeans(false, true, 2047)),
        NATIVE(new BlockMeans(true, true, 2047));

        final BlockMeans means;

        Way(BlockMeans means) {
            this.means = means;
        }

        /// Native symbols are taken where the sender has made settings for them.
        byte[] sent(byte[] job) {
            return this == NATIVE ? SymbolSettings.insertedInto(job) : job;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyReceiptOfTheCorpusDiffersByItsBlockAloneAndTheBlockScans(Way way) throws IOException {
        for (Corpus.Job job : Corpus.jobs()) {
            for (PrinterProfile profile : PROFILES) {
                assertDiffersByBlocksThatScan(job.name(), job.bytes(), way, profile);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyEndOfAReceiptDiffersByItsBlockAloneAndTheBlockScans(Way way) throws IOException {
        for (String end : ReceiptEnds.OPEN) {
            for (PrinterProfile profile : PROFILES) {
                assertDiffersByBlocksThatScan(end, ReceiptEnds.job(end), way, profile);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void generatedReceiptsDifferByTheirBlocksAlone(Way way) throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            byte[] job = way.sent(Streams.job(new Random(seed)));
            for (PrinterProfile profile : PROFILES) {
                assertDiffersByBlocks("seed " + seed, job, way, profile);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void damagedReceiptsDifferByTheirBlocksAlone(Way way) throws IOException {
        for (Corpus.Job job : Corpus.jobs()) {
            for (int seed = 0; job.bytes().length <= 20_000 && seed < 4; seed++) {
                byte[] damaged = Streams.damaged(new Random(seed), way.sent(job.bytes()));
                PrinterProfile profile = PROFILES.get(seed);
                assertDiffersByBlocks(job.name() + " damaged by " + seed, damaged, way, profile);
            }
        }
    }

    /// What the blade cuts off holds blocks whole, wherever they stand and whoever feeds them to the blade.
    @ParameterizedTest
    @EnumSource
    void theBladeNeverFallsIntoABlock(Way way) throws IOException {
        for (String end : ReceiptEnds.OPEN) {
            for (PrinterProfile profile : PROFILES) {
                var injected = new InjectedJob(way.sent(ReceiptEnds.job(end)), profile, way.means);
                List<Bitmap> pieces = new ArrayList<>();
                ReceiptRenderer.pieces(
                        new ByteArrayInputStream(injected.bytes()),
                        profile,
                        slipstream.escpos.render.Paper.PIECES,
                        piece -> pieces.add(piece.bitmap()));
                long blocks = pieces.stream()
                        .filter(piece -> URL.equals(payload(piece, 0, piece.height())))
                        .count();
                assertEquals(injected.insertions.size(), blocks, end + " on " + profile.name());
            }
        }
    }

    private static void assertDiffersByBlocksThatScan(String name, byte[] job, Way way, PrinterProfile profile)
            throws IOException {
        var pair = new Pair(name + " on " + profile.name(), way.sent(job), profile, way.means);
        pair.assertSameButForBlocks();
        pair.assertBlocksScan();
    }

    private static void assertDiffersByBlocks(String name, byte[] job, Way way, PrinterProfile profile)
            throws IOException {
        new Pair(name + " on " + profile.name(), job, profile, way.means).assertSameButForBlocks();
    }

    /// A job's paper without and with blocks.
    private static final class Pair {
        private final String name;
        private final int blocks;
        private final List<Bitmap> plain;
        private final List<Bitmap> marked;
        private final List<List<Band>> bands = new ArrayList<>();

        Pair(String name, byte[] job, PrinterProfile profile, BlockMeans means) throws IOException {
            var injected = new InjectedJob(job, profile, means);
            this.name = name;
            blocks = injected.insertions.size();
            plain = render(job, profile);
            marked = render(injected.bytes(), profile);
        }

        void assertSameButForBlocks() {
            assertEquals(plain.size(), marked.size(), name);
            for (int i = 0; i < plain.size(); i++) {
                List<Band> added = Band.added(plain.get(i), marked.get(i));
                assertTrue(added != null, name + ", receipt " + (i + 1) + ": another row differs");
                bands.add(added);
            }
            int count = bands.stream().mapToInt(List::size).sum();
            assertTrue(count <= blocks, name + ": " + blocks + " blocks, and " + bands);
        }

        void assertBlocksScan() {
            for (int i = 0; i < plain.size(); i++) {
                assertTrue(!bands.get(i).isEmpty(), name + ", receipt " + (i + 1) + ": no block");
                for (Band band : bands.get(i)) {
                    assertEquals(URL, payload(marked.get(i), band.top(), band.height()), name + ", " + band);
                }
            }
        }

        private static List<Bitmap> render(byte[] job, PrinterProfile profile) throws IOException {
            return ReceiptRenderer.render(new ByteArrayInputStream(job), profile);
        }
    }

    private static String payload(Bitmap paper, int top, int band) {
        int from = Math.max(0, top - 30);
        int rows = Math.min(paper.height(), top + band) - from;
        int[] pixels = IntStream.range(0, paper.width() * rows)
                .map(i -> paper.black(i % paper.width(), from + i / paper.width()) ? 0 : 0xFFFFFF)
                .toArray();
        var source = new RGBLuminanceSource(paper.width(), rows, pixels);
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (ReaderException e) {
            return "nothing that scans";
        }
    }
}
