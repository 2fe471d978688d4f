package slipstream.device.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.device.Job;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.command.Grammar;

class StripsTest {
    private final List<String> rows = new ArrayList<>();
    private final Strips strips = new Strips(new RowSink() {
        @Override
        public void row(byte[] bytes, int from, int length) {
            rows.add(HexFormat.of().formatHex(bytes, from, from + length).replaceAll("(00)+$", ""));
        }

        @Override
        public void white(int count) {
            for (int i = 0; i < count; i++) {
                rows.add("");
            }
        }
    });

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void howeverAPictureIsCutIntoStripsItIsWholeAgain(long seed) {
        Picture picture = picture();
        byte[] job = PictureJob.of(picture, seed);
        new CommandDecoder(Grammar.ESC_POS, strips).feed(job, 0, job.length);
        assertEquals(inked(expected(picture)), inked(rows));
    }

    @ParameterizedTest(name = "{0} bytes at a time")
    @ValueSource(ints = {1, 2, 3, 5, 997})
    void aStripSplitAnywhereGivesTheSameRows(int slice) {
        Picture picture = picture();
        byte[] job = PictureJob.of(picture, 2);
        var decoder = new CommandDecoder(Grammar.ESC_POS, strips);
        for (int at = 0; at < job.length; at += slice) {
            decoder.feed(job, at, Math.min(job.length, at + slice));
        }
        assertEquals(inked(expected(picture)), inked(rows));
    }

    @Test
    void rowsAreToldBeforeTheirRasterIsWhole() {
        byte[] half = Job.begin().raw(0x1D, 'v', '0', 0, 1, 0, 4, 0, 0x80, 0x40).bytes();
        new CommandDecoder(Grammar.ESC_POS, strips).feed(half, 0, half.length);
        assertEquals(List.of("80", "40"), rows);
    }

    @Test
    void aScaledRasterIsAsLargeAsOnPaper() {
        byte[] job = Job.begin().raw(0x1D, 'v', '0', 3, 1, 0, 1, 0, 0xA1).bytes();
        new CommandDecoder(Grammar.ESC_POS, strips).feed(job, 0, job.length);
        assertEquals(List.of("cc03", "cc03"), rows);
    }

    @Test
    void rowsOfStarsRasterModeAreThePicture() {
        Picture picture = picture();
        Job job = new Job().raw(0x1B, '*', 'r', 'A');
        for (byte[] row : picture.rows()) {
            job.raw('b', row.length, 0);
            for (byte dots : row) {
                job.raw(dots);
            }
        }
        byte[] bytes = job.raw(0x1B, '*', 'r', 'B').bytes();
        new CommandDecoder(Grammar.STAR, strips).feed(bytes, 0, bytes.length);
        assertEquals(inked(expected(picture)), inked(rows));
    }

    @Test
    void aStarRowThatDoesNotGoOnLiesUnderTheNext() {
        byte[] job = new Job()
                .raw(0x1B, '*', 'r', 'A', 'k', 1, 0, 0x80, 'b', 2, 0, 0x01, 0x02, 'b', 1, 0, 0x10)
                .bytes();
        new CommandDecoder(Grammar.STAR, strips).feed(job, 0, job.length);
        assertEquals(List.of("8102", "10"), rows);
    }

    @Test
    void graphicsThatArePrintedByTheirKeyAreTheirStrip() {
        byte[] job = Job.begin()
                .raw(0x1D, '(', 'L', 13, 0, 48, 83, 48, 'A', 'B', 1, 8, 0, 2, 0, 49, 0x81, 0x42)
                .raw(0x1D, '(', 'L', 6, 0, 48, 85, 'A', 'B', 1, 2)
                .bytes();
        new CommandDecoder(Grammar.ESC_POS, strips).feed(job, 0, job.length);
        assertEquals(List.of("81", "81", "42", "42"), rows);
    }

    @Test
    void textPartsPictures() {
        byte[] job = Job.begin()
                .raw(0x1D, 'v', '0', 0, 1, 0, 1, 0, 0xFF)
                .lines("between")
                .raw(0x1D, 'v', '0', 0, 1, 0, 1, 0, 0xFF)
                .bytes();
        new CommandDecoder(Grammar.ESC_POS, strips).feed(job, 0, job.length);
        assertEquals("ff", rows.getFirst());
        assertEquals("ff", rows.getLast());
        assertEquals(true, rows.size() > 20, () -> rows.size() + " rows");
    }

    @Test
    void aRasterWiderThanAnyPaperHasNoRows() {
        byte[] job = Job.begin().raw(0x1D, 'v', '0', 0, 0, 4, 1, 0).bytes();
        var decoder = new CommandDecoder(Grammar.ESC_POS, strips);
        decoder.feed(job, 0, job.length);
        decoder.feed(new byte[1024], 0, 1024);
        assertEquals(List.of(), rows);
    }

    private static Picture picture() {
        return Picture.of(List.of("Corner Bakery", "Total\t12.80", "4200001234202611221234567890"), 384, 4);
    }

    private static List<String> expected(Picture picture) {
        return picture.rows().stream()
                .map(row -> HexFormat.of().formatHex(row).replaceAll("(00)+$", ""))
                .toList();
    }

    /// From the first row with ink to the last.
    private static List<String> inked(List<String> all) {
        String[] rows = all.toArray(String[]::new);
        int from = 0;
        int to = rows.length;
        while (from < to && rows[from].isEmpty()) {
            from++;
        }
        while (to > from && rows[to - 1].isEmpty()) {
            to--;
        }
        return Arrays.asList(rows).subList(from, to);
    }
}
