package slipstream.cloudlink.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.avaje.json.JsonException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CopyTest {
    /// FIPS 180-2's own example is "abc"; this is the digest of sixteen zeros, by `sha256sum`.
    private static final String ZEROS = "fcdb4b423f4e5283afa249d762ef6aef150e91fccd810d43e5e719d14512dec7";

    @Test
    void aCopysNameIsTheDigestOfWhatWasPrinted() {
        assertEquals(ZEROS, CopyName.of("0000000000000000"));
        assertEquals(Optional.of(ZEROS), CopyName.ofAddress("HTTPS://A.EXAMPLE/C/0000000000000000"));
        assertEquals(CopyName.of("ABCDEFGHJKMNPQRS"), CopyName.of("abcdefghjkmnpqrs"), "in any letter case");
        assertEquals(Optional.empty(), CopyName.ofAddress("HTTPS://A.EXAMPLE/C/0"));
        assertTrue(CopyName.fits(ZEROS));
        assertFalse(CopyName.fits(ZEROS + "0"));
        assertFalse(CopyName.fits(null));
    }

    @Test
    void linesMakeACopyThatMayBeSent() {
        var text = CopyText.of(List.of("", "   山间咖啡   ", "Latte\t12.80", "", "\u001b@ \u202e \ue000 \ud800", ""));
        assertEquals("   山间咖啡\nLatte 12.80\n\n @ ? ? ?", text);
        assertEquals(Optional.empty(), CopyText.objection(text));
    }

    @Test
    void aCopyIsCutWhereItGetsTooLong() {
        var long600 = CopyText.of(Collections.nCopies(5_000, "山".repeat(300)));
        assertTrue(long600.length() <= CopyText.LONGEST, () -> long600.length() + " characters");
        assertEquals(Optional.empty(), CopyText.objection(long600));
        assertEquals(
                CopyText.MOST_LINES,
                CopyText.of(Collections.nCopies(5_000, "x")).lines().count());
        assertTrue(CopyText.objection(CopyText.of(Collections.nCopies(700, "😀".repeat(300))))
                .isEmpty());
    }

    @Test
    void whatIsNoPlainTextIsObjectedTo() {
        for (var text :
                List.of("", " \n", "a\rb", "a\u0000", "\u202eabc", "\ufeffa", "\ud800", "\u2028", "x".repeat(201))) {
            assertNotEquals(Optional.empty(), CopyText.objection(text), text);
        }
        assertNotEquals(Optional.empty(), CopyText.objection(null));
        assertNotEquals(Optional.empty(), CopyText.objection("x\n".repeat(601)));
        assertNotEquals(
                Optional.empty(),
                CopyText.objection("x".repeat(100).concat("\n").repeat(200)));
        assertEquals(Optional.empty(), CopyText.objection("<script>alert(1)</script>"), "text, and shown as text");
    }

    @Test
    void bracketsWithinTextsAreNoDepth() {
        var report = new CopyReport(ZEROS, "[{\"\\".repeat(300));
        assertEquals(report, Messages.COPY_REPORT.read(Messages.COPY_REPORT.write(report)));
        assertThrows(JsonException.class, () -> Messages.COPY_REPORT.read("{\"a\":".repeat(300)));
        assertEquals("{}", Messages.COPY_REPORT.write(CopyReport.QUESTION));
        assertEquals(CopyReport.QUESTION, Messages.COPY_REPORT.read("{}"));
        var answer = new CopyAnswer(true, List.of(ZEROS));
        assertEquals(answer, Messages.COPY_ANSWER.read(Messages.COPY_ANSWER.write(answer)));
    }
}
