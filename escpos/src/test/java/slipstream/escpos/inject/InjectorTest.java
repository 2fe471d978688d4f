package slipstream.escpos.inject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.receipt.Receipt;

class InjectorTest implements Claims {
    private static final String URL = "HTTPS://SLIP.EXAMPLE/C/0123456789ABCDEF";
    private static final String CUT = "\u001dV0";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Hold> holds = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final List<Insertion> insertions = new ArrayList<>();
    private final Injector injector = new Injector(
            PrinterProfile.GENERIC_80MM,
            Injector.RealTime.OVERTAKES,
            (bytes, from, to) -> out.write(bytes, from, to - from),
            this);

    @Override
    public void ended(Receipt receipt, Hold hold) {
        receipts.add(receipt);
        holds.add(hold);
    }

    @Override
    public void inserted(Insertion insertion) {
        insertions.add(insertion);
    }

    @Test
    void onlyTheTrailingFeedAndTheCutWait() {
        feed("total 1\n\n\n" + CUT);
        assertEquals("total 1\n", printed());
        assertTrue(holds.getFirst().print(URL, List.of()));
        assertEquals(Placement.BEFORE_FEED, insertions.getFirst().placement());
        assertEquals(8, insertions.getFirst().outputOffset());
        assertTrue(printed().endsWith("\n\n" + CUT));
        assertEquals(8 + insertions.getFirst().length() + 5, out.size());
    }

    @Test
    void blankLinesWithinAReceiptGoAsSoonAsTextFollows() {
        feed("a\n\n\n");
        assertEquals("a\n", printed());
        feed("b");
        assertEquals("a\n\n\nb", printed());
        assertEquals(0, injector.newestHold());
    }

    @Test
    void theBudgetsEndLetsEverythingGoAndALateAnswerPrintsNothing() {
        feed("a\n\n" + CUT);
        injector.release(injector.newestHold());
        assertEquals("a\n\n" + CUT, printed());
        assertFalse(holds.getFirst().open());
        assertFalse(holds.getFirst().print(URL, List.of()));
        assertEquals("a\n\n" + CUT, printed());
    }

    @Test
    void realTimeCommandsOvertakeWhatWaits() {
        feed("a\n\n" + CUT + "\u0010\u0004\u0001");
        assertEquals("a\n\u0010\u0004\u0001", printed());
    }

    @Test
    void aRealTimeCommandThatBeganBehindAHoldStaysInOnePiece() {
        feed("a\n\n" + CUT + "\u0010");
        injector.releaseHead();
        feed("\u0004\u0001\u0010\u0004\u0002");
        assertEquals("a\n\u0010\u0004\u0002", printed());
        holds.getFirst().plain();
        assertEquals("a\n\u0010\u0004\u0002\n" + CUT + "\u0010\u0004\u0001", printed());
    }

    @Test
    void aQuietLineSplitsNoRealTimeCommand() {
        feed("a\n\n\u0010");
        injector.quiet();
        feed("\u0004\u0001");
        assertEquals("a\n", printed());
        holds.getFirst().plain();
        assertEquals("a\n\n\u0010\u0004\u0001", printed());
    }

    @Test
    void aBrokenOffCommandGoesOnWhenItsSenderFallsSilent() {
        feed("a\u001d");
        assertEquals("a", printed());
        injector.releaseHead();
        assertEquals("a\u001d", printed());
        feed("V0");
        assertEquals("a\u001dV0", printed());
        assertFalse(holds.getFirst().open());
    }

    @Test
    void aBrokenOffCutBehindTheSlotStillTakesItsBlock() {
        feed("a\n\n\u001d");
        injector.releaseHead();
        feed("V0");
        assertTrue(holds.getFirst().print(URL, List.of()));
        assertTrue(printed().endsWith("\n" + CUT));
        assertEquals(Placement.BEFORE_FEED, insertions.getFirst().placement());
    }

    @Test
    void aFileWhoseLastLineHasNoLineFeedTakesTheBlockBelowIt() {
        var file = new Injector(
                PrinterProfile.GENERIC_80MM,
                Injector.RealTime.IN_ORDER,
                (bytes, from, to) -> out.write(bytes, from, to - from),
                this);
        file.feed(new byte[] {'a', '\n', 'b'}, 0, 3);
        file.close();
        assertTrue(holds.getFirst().print(URL, List.of()));
        assertTrue(printed().startsWith("a\nb\n\u001dv0"));
        assertEquals(Placement.AT_END, insertions.getFirst().placement());
    }

    @Test
    void aLineThatItsSenderMayGoOnWithTakesNoBlock() {
        feed("a\nb");
        injector.close();
        assertFalse(holds.getFirst().open());
        assertEquals("a\nb", printed());
    }

    @Test
    void aSecondReceiptWaitsBehindTheFirstAndHasItsOwnHold() {
        feed("a\n\n" + CUT + "b\n\n" + CUT);
        assertEquals("a\n", printed());
        holds.get(1).plain();
        assertEquals("a\n", printed());
        holds.get(0).plain();
        assertEquals("a\n\n" + CUT + "b\n\n" + CUT, printed());
        assertEquals(2, receipts.get(1).number());
    }

    @Test
    void aCutDirectlyAfterTheTextTakesTheBlockBeforeItWithTheFeedToTheBlade() {
        feed("a\n" + CUT);
        holds.getFirst().print(URL, List.of());
        assertEquals(Placement.BEFORE_CUT, insertions.getFirst().placement());
        assertTrue(printed().endsWith("\u001bJ" + (char) PrinterProfile.GENERIC_80MM.bladeDistanceDots() + CUT));
    }

    @Test
    void aCutWithTextPendingTakesTheBlockAfterTheLineThatItWouldPrint() {
        feed("a\nb" + CUT);
        assertEquals("a\nb", printed());
        assertTrue(holds.getFirst().print(URL, List.of()));
        assertTrue(printed().startsWith("a\nb\n\u001dv0"));
    }

    @Test
    void anObsoleteCutWithTextPendingIsNone() {
        feed("a\nb\u001bi\u0001\u0000c");
        assertEquals(0, receipts.size());
        assertEquals("a\nb\u001bi\u0001\u0000c", printed());
    }

    @Test
    void aPrintAreaTooNarrowForASymbolIsWidenedAndPutBack() {
        feed("\u001dL\u0008\u0000\u001dW\u0040\u0000a\n" + CUT);
        assertTrue(holds.getFirst().print(URL, List.of()));
        assertTrue(printed().contains("\u001dL\u0000\u0000\u001dW\u0040\u0002\u001dv0"));
        assertTrue(printed().contains("\u001dL\u0008\u0000\u001dW\u0040\u0000\u001bJ"));
    }

    @Test
    void aStreamOfStarLineModeGetsARasterOfItsOwn() {
        feed("\u001b@\u001b\u001ea\u0000total\u001bi\u0001\u0001 12\n\u001bd3");
        assertEquals(1, receipts.size());
        assertTrue(holds.getFirst().print(URL, List.of()));
        assertTrue(printed().contains(" 12\n\u001b\u001dS\u0001"));
    }

    @Test
    void aBlockIsStarsAlsoWhenTheStreamHasGoneOnInRasterMode() {
        feed("\u001b@\u001b\u001ea\u0000total 12\n\u001bd3\u001b*rA");
        assertTrue(holds.getFirst().print(URL, List.of()));
        assertTrue(printed().contains(" 12\n\u001b\u001dS\u0001"));
    }

    @Test
    void aCutAfterACutEndsNothing() {
        feed("a\n" + CUT);
        holds.getFirst().plain();
        feed(CUT + "\n\u001b@");
        assertEquals(1, receipts.size());
        assertEquals("a\n" + CUT + CUT + "\n\u001b@", printed());
    }

    @Test
    void aQuietLineEndsAReceiptWithoutACut() {
        feed("a\n\n\n\n");
        injector.quiet();
        assertEquals(Receipt.Ending.QUIET, receipts.getFirst().ending());
        assertTrue(holds.getFirst().print(URL, List.of()));
        injector.quiet();
        assertEquals(1, receipts.size());
    }

    @Test
    void aQueryIsNotKeptWaiting() {
        feed("a\n\n\u001dr\u0001");
        assertEquals("a\n\n\u001dr\u0001", printed());
        feed(CUT);
        assertTrue(holds.getFirst().print(URL, List.of()));
        assertEquals(Placement.BEFORE_CUT, insertions.getFirst().placement());
    }

    @Test
    void nothingIsPutIntoAPage() {
        feed("a\n\u001bLtext\n" + CUT);
        assertFalse(holds.getFirst().open());
    }

    private void feed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        injector.feed(bytes, 0, bytes.length);
    }

    private String printed() {
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
