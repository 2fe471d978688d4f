package slipstream.escpos.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.testing.Corpus;
import slipstream.escpos.testing.Streams;

/// Where paper falls, and which command drew it.
class PieceTest {
    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;
    private static final int WAY = PrinterProfile.GENERIC_80MM.bladeDistanceDots();

    @Test
    void whatIsPrintedShortBeforeACutFallsWithTheNextPiece() {
        List<Piece> pieces = pieces(Paper.PIECES, "A\n".repeat(10), "last\n", GS, "V", 0, "B\n");
        assertEquals(2, pieces.size());
        assertEquals(11 * 30, pieces.getFirst().bitmap().height());
        assertEquals(WAY + 30, pieces.getLast().bitmap().height());
        assertEquals(11 * 30, pieces.getFirst().trace().getLast().to());
        assertTrue(rowInked(pieces.getLast().bitmap(), WAY - 30, WAY - 6), "last");
    }

    @Test
    void aCutThatFeedsFirstLeavesNothingBehind() {
        List<Piece> pieces = pieces(Paper.PIECES, "A\n", GS, "VB", 10, "B\n", GS, "VA", 0);
        assertEquals(2, pieces.size());
        assertEquals(WAY + 30 + 10, pieces.getFirst().bitmap().height());
        assertEquals(WAY + 30, pieces.getLast().bitmap().height());
        int top = Printing.inked(pieces.getLast().bitmap()).get(1);
        assertTrue(top >= WAY && top < WAY + 10);
    }

    @Test
    void aReservedCutFallsOnceThePaperIsThere() {
        List<Piece> pieces = pieces(Paper.PIECES, "A\n", GS, "Va", 0, ESC, "J", WAY - 1, "B\n");
        assertEquals(2, pieces.size());
        assertEquals(WAY + 30, pieces.getFirst().bitmap().height());
        assertEquals(WAY - 1 + 30, pieces.getLast().bitmap().height());
        assertEquals(
                1,
                pieces(Paper.PIECES, "A\n", GS, "Va", 0, ESC, "J", WAY - 1, ESC, "@")
                        .size());
    }

    @RepeatedTest(50)
    void piecesAreOnePaperWhereverItIsCut(RepetitionInfo run) {
        byte[] job = Streams.job(new Random(run.getCurrentRepetition()));
        int ink = pieces(Paper.RECEIPTS, job).stream()
                .mapToInt(piece -> ink(piece.bitmap()))
                .sum();
        assertEquals(
                ink,
                pieces(Paper.PIECES, job).stream()
                        .mapToInt(piece -> ink(piece.bitmap()))
                        .sum());
    }

    @Test
    void theTraceNamesEachElementOfALineAndItsRows() {
        Piece piece = pieces(Paper.RECEIPTS, "small", GS, "!", 0x11, "tall\n", GS, "v0", 0, 1, 0, 2, 0, 0xFF, 0xFF)
                .getFirst();
        assertEquals(
                List.of(
                        new TracedRows(0, 48, 8, "text"),
                        new TracedRows(24, 48, 0, "text"),
                        new TracedRows(48, 50, 13, "GS v 0")),
                piece.trace());
        assertEquals(
                List.of(new TracedRows(0, 24, 3, "text"), new TracedRows(0, 48, 7, "text")),
                pieces(Paper.RECEIPTS, ESC, "{", 1, "a", GS, "!", 0x11, "b\n")
                        .getFirst()
                        .trace());
    }

    @Test
    void theTraceGoesWithThePaper() {
        List<Piece> pieces = pieces(Paper.PIECES, "A\n".repeat(6), GS, "V", 0, "B\n");
        int cut = 6 * 30;
        assertEquals(cut, pieces.getFirst().bitmap().height());
        assertEquals(
                List.of(new TracedRows(WAY, WAY + 24, 0, "text"), new TracedRows(WAY + 30, cut, 2, "text")),
                pieces.getFirst().trace());
        assertEquals(
                new TracedRows(0, WAY + 54 - cut, 2, "text"),
                pieces.getLast().trace().getFirst());
        assertEquals(
                new TracedRows(WAY, WAY + 24, 15, "text"),
                pieces.getLast().trace().getLast());
    }

    @Test
    void anUprightLineIsNamedAlongAllItsRows() {
        byte[] rule = Printing.stream(GS, "(Q", 7, 0, 51, 100, 0, 1, 1, 5, 48);
        List<Piece> pieces = pieces(Paper.RECEIPTS, "A\n", rule, "B\n\n", GS, "V", 0, "\n\n");
        assertTraced(pieces);
        assertEquals(
                List.of(
                        new TracedRows(0, 24, 0, "text"),
                        new TracedRows(30, 90, 2, "GS ( Q"),
                        new TracedRows(30, 54, 14, "text")),
                pieces.getFirst().trace().stream()
                        .sorted(Comparator.comparingLong(TracedRows::offset))
                        .toList());
    }

    @Test
    void aPageIsDrawnByWhatItHolds() {
        List<Piece> pieces = pieces(
                Paper.RECEIPTS,
                "A\n",
                ESC,
                "L",
                ESC,
                "W",
                0,
                0,
                10,
                0,
                100,
                0,
                200,
                0,
                "one\n",
                ESC,
                "T",
                3,
                "two",
                0x0C);
        assertEquals(
                List.of(
                        new TracedRows(0, 24, 0, "text"),
                        new TracedRows(30 + 10, 30 + 10 + 36, 21, "text"),
                        new TracedRows(30 + 10, 30 + 10 + 24, 14, "text")),
                pieces.getFirst().trace().stream()
                        .sorted(Comparator.comparingInt(TracedRows::from)
                                .thenComparing(
                                        Comparator.comparingInt(TracedRows::to).reversed()))
                        .toList());
        assertTraced(pieces);
    }

    @RepeatedTest(50)
    void everyBlackRowOfAPageIsNamed(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var job = new ByteArrayOutputStream();
        job.writeBytes(Printing.stream("above\n", ESC, "L"));
        for (int areas = 0; areas < 3; areas++) {
            job.writeBytes(Printing.stream(ESC, "W", random.nextInt(100), 0, random.nextInt(100), 0));
            job.writeBytes(Printing.stream(50 + random.nextInt(200), 1, 50 + random.nextInt(200), 1));
            job.writeBytes(Printing.stream(ESC, "T", random.nextInt(4), GS, "!", random.nextInt(3), "turned text\n"));
            job.writeBytes(Printing.stream(GS, "$", random.nextInt(200), 0, "placed"));
            job.writeBytes(Printing.stream(GS, "(Q", 14, 0, 49, 10, 0, 20, 0, 59, 0, 49, 0, 1, 1, 48, 48, 1));
            job.writeBytes(Printing.stream(GS, "v0", 0, 1, 0, 2, 0, 0xFF, 0xFF));
        }
        job.writeBytes(Printing.stream(0x1B, 0x0C, 0x0C, "below\n"));
        assertTraced(pieces(Paper.RECEIPTS, job.toByteArray()));
        assertTraced(pieces(Paper.RECEIPTS, Streams.damaged(random, job.toByteArray())));
    }

    @Test
    void anEmptyPageIsDrawnByWhatPrintsIt() {
        assertEquals(
                List.of("FF"),
                pieces(Paper.RECEIPTS, ESC, "L", ESC, "W", 0, 0, 0, 0, 9, 0, 9, 0, 0x0C).getFirst().trace().stream()
                        .map(TracedRows::mnemonic)
                        .toList());
    }

    @RepeatedTest(50)
    void everyBlackRowIsNamedByACommandInOrder(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        byte[] job = Streams.job(random);
        assertTraced(pieces(Paper.RECEIPTS, job));
        assertTraced(pieces(Paper.PIECES, job));
        assertTraced(pieces(Paper.RECEIPTS, Streams.damaged(random, job)));
    }

    static List<Corpus.Job> jobs() {
        return Corpus.jobs();
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void everyBlackRowOfTheCorpusIsNamed(Corpus.Job job) {
        List<Piece> receipts = pieces(Paper.RECEIPTS, job.bytes());
        assertTraced(receipts);
        assertTraced(pieces(Paper.PIECES, job.bytes()));
        List<Bitmap> bitmaps = Printing.receipts(job.bytes());
        for (int i = 0; i < bitmaps.size(); i++) {
            assertArrayEquals(
                    Printing.bytes(bitmaps.get(i)),
                    Printing.bytes(receipts.get(i).bitmap()));
        }
    }

    private static void assertTraced(List<Piece> pieces) {
        for (Piece piece : pieces) {
            boolean[] named = new boolean[piece.bitmap().height()];
            int before = 0;
            for (TracedRows rows : piece.trace()) {
                assertTrue(rows.from() >= before && rows.from() < rows.to(), () -> rows + " is out of order");
                assertTrue(rows.offset() >= 0 && !rows.mnemonic().isEmpty());
                before = rows.from();
                for (int y = rows.from(); y < Math.min(named.length, rows.to()); y++) {
                    named[y] = true;
                }
            }
            for (int y = 0; y < named.length; y++) {
                assertFalse(rowInked(piece.bitmap(), y, y + 1) && !named[y], "Nothing drew row " + y);
            }
        }
    }

    private static List<Piece> pieces(Paper paper, Object... parts) {
        var pieces = new ArrayList<Piece>();
        try {
            ReceiptRenderer.pieces(
                    new ByteArrayInputStream(Printing.stream(parts)), PrinterProfile.GENERIC_80MM, paper, pieces::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pieces;
    }

    private static boolean rowInked(Bitmap bitmap, int from, int to) {
        for (int i = from * bitmap.stride(); i < to * bitmap.stride(); i++) {
            if (bitmap.dots()[i] != 0) {
                return true;
            }
        }
        return false;
    }

    private static int ink(Bitmap bitmap) {
        int ink = 0;
        for (int i = 0; i < bitmap.height() * bitmap.stride(); i++) {
            ink += Integer.bitCount(bitmap.dots()[i] & 0xFF);
        }
        return ink;
    }
}
