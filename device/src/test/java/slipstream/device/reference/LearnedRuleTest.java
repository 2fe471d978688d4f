package slipstream.device.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.device.Job;
import slipstream.device.reference.LearnedRule.Anchor;
import slipstream.device.reference.LearnedRule.ByLabel;
import slipstream.device.reference.LearnedRule.ByLine;
import slipstream.device.reference.LearnedRule.InSymbol;
import slipstream.device.reference.LearnedRule.Place;

class LearnedRuleTest {
    private static LearnedRule rule(Anchor anchor, String number) {
        return new LearnedRule("orders", "lakala", "order", anchor, RulePattern.of(number), Confidence.SURE);
    }

    private static ReceiptScan scan(LearnedRule rule, Job job) {
        var scan = new ReceiptScan(Rules.builtIn().with(List.of(rule)));
        scan.printed(job.receipts().getFirst().elements());
        scan.ended();
        return scan;
    }

    private static Set<String> found(LearnedRule rule, String... lines) {
        return scan(rule, Job.begin().lines(lines).cut()).learned().getOrDefault("orders", Set.of());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "same-line, 聚合单号: 78950001|x",
        "next-line, 聚合单号|78950001",
        "before-label, 78950001 (聚合单号)|x",
        "line-above, 78950001|聚合单号|x"
    })
    void aLabelVouchesOnlyForTheNumberAtItsPlace(String where, String lines) {
        for (Place place : Place.values()) {
            Set<String> expected = place.word().equals(where) ? Set.of("78950001") : Set.of();
            LearnedRule rule = rule(new ByLabel("聚合单号", place), "7895[0-9]{4}");
            assertEquals(expected, found(rule, lines.split("\\|")), place.word());
        }
    }

    @Test
    void linesAreCountedFromTheOneThatFits() {
        LearnedRule rule = rule(new ByLine(RulePattern.of("^-+$"), 2), "[0-9]{8}");
        assertEquals(Set.of("78950002"), found(rule, "-----", "78950001", "78950002", "78950003"));
        assertEquals(Set.of("78950001"), found(rule(new ByLine(RulePattern.of("^B"), 0), "[0-9]{8}"), "B x 78950001"));
        assertEquals(Set.of(), found(rule, "-----", "78950001", "会员号 78950002"));
    }

    @Test
    void aSymbolIsOneOnlyInASymbol() {
        LearnedRule rule = rule(new InSymbol(), "[0-9]{8}");
        assertEquals(Set.of(), found(rule, "78950001"));
        Job job = Job.begin().lines("x").code128("78950001").cut();
        assertEquals(Map.of("orders", Set.of("78950001")), scan(rule, job).learned());
        Job link = Job.begin().lines("x").qr("https://a.example/o?sn=78950002").cut();
        assertEquals(Map.of("orders", Set.of("78950002")), scan(rule, link).learned());
    }

    @Test
    void whatWasLearnedIsPinned() {
        LearnedRule rule = rule(new ByLabel("商户单号", Place.SAME_LINE), "LKL[0-9]{12}");
        ReceiptScan scan = scan(
                rule,
                Job.begin()
                        .lines("微信支付 1.00", "商户单号: LKL202611220001", "微信商户单号: A2026112200017")
                        .cut());
        assertEquals(
                List.of("lakala order true", "wechat out_trade_no false"),
                scan.finds().stream()
                        .map(find -> find.reference().scheme() + " "
                                + find.reference().kind() + " " + find.pinned())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[0-9", "(a{9}){9}", "(?<=a)b", "a{1000}a{1000}a{1000}a{1000}a{1000}", "(?P<day>1)(?P<day>2)"
            })
    void whatIsNoPatternIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> RulePattern.of(text));
    }

    @Test
    void aDayHasToBeOne() {
        assertTrue(RulePattern.of("A(?P<day>[0-9]{8})").matches("A20261122"));
        assertFalse(RulePattern.of("A(?P<day>[0-9]{8})").matches("A20261322"));
        assertTrue(RulePattern.of("A(?P<day>[0-9]{6})B").matches("A261122B"));
        assertFalse(RulePattern.of("A(?P<day>[0-9]{6})B").matches("A261140B"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"---------", "* * (1) [2] {3} ^$ \\ + ? | .", "谢谢惠顾，欢迎再来"})
    void aLineIsFoundByItsOwnPatternAlone(String line) {
        RulePattern pattern = RulePattern.ofLine("  " + line + " ");
        assertTrue(pattern.in("   " + line + "  "));
        assertFalse(pattern.in(line + " x"));
    }
}
