package slipstream.device.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import slipstream.device.Job;
import slipstream.device.learn.Lesson.Step;
import slipstream.device.learn.Shop.Layout;
import slipstream.device.learn.Shop.Numbering;
import slipstream.device.reference.LearnedRule.ByLabel;
import slipstream.device.reference.LearnedRule.Place;
import slipstream.device.reference.Rules;

class LessonTest {
    private static final Scheme SCHEME = Scheme.of("shouqianba", null);
    private static final int OTHERS = 200;

    private static Lesson lesson(SeenReceipt receipt, String value) {
        return Lesson.begin(receipt, receipt.candidate(value).orElseThrow(), SCHEME, Shop.TODAY);
    }

    private static Lesson lesson(String value, Job job) {
        return lesson(Shop.seen(1, job), value);
    }

    private static Rules rules(Lesson lesson) {
        return TillRules.NONE.with(lesson.taught("orders")).rules();
    }

    private static Set<String> found(Rules rules, Job job) {
        return SeenReceipt.scan(Shop.receipt(job), rules).learned().getOrDefault("orders", Set.of());
    }

    static Stream<Arguments> layoutsAndNumbers() {
        return Stream.of(Layout.values())
                .flatMap(layout -> Stream.of(Numbering.values())
                        // A dash at the end of a line may be the number's or the hyphen of a break.
                        .filter(numbers -> layout != Layout.WRAPPED || numbers != Numbering.DASHED)
                        .map(numbers -> Arguments.of(layout, numbers)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("layoutsAndNumbers")
    void whatOneReceiptTeachesIsRightOnTwoHundredOthers(Layout layout, Numbering numbering) {
        var shop = new Shop(20_261_122 + layout.ordinal() * 31L + numbering.ordinal(), layout, numbering);
        String first = shop.plainNumber();
        Rules rule = rules(lesson(first, shop.sale(first)));
        for (int i = 0; i < OTHERS; i++) {
            String number = shop.number();
            switch (i % 5) {
                case 0 -> assertEquals(Set.of(), found(rule, shop.cash()));
                case 1 -> assertEquals(Set.of(), found(rule, shop.card()));
                case 2 -> assertEquals(Set.of(), found(rule, shop.kitchen()));
                default -> assertEquals(Set.of(number), found(rule, shop.sale(number)), number);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Numbering.class)
    void aRuleTriedOnFurtherReceiptsGrowsSureAndStaysRight(Numbering numbering) {
        var shop = new Shop(11 + numbering.ordinal(), Layout.NEXT_LINE, numbering);
        String first = shop.plainNumber();
        Lesson lesson = lesson(first, shop.sale(first));
        assertFalse(lesson.trial().sure());
        for (int i = 2; i < 40; i++) {
            lesson.next(Shop.seen(i, shop.any()));
        }
        assertTrue(lesson.trial().sure(), lesson.trial().toString());
        assertTrue(
                lesson.trial().words().getFirst().startsWith("Sure enough: "),
                lesson.trial().words().getFirst());
        Rules rule = rules(lesson);
        for (int i = 0; i < OTHERS; i++) {
            String number = shop.number();
            assertEquals(Set.of(number), found(rule, shop.sale(number)));
            assertEquals(Set.of(), found(rule, shop.cash()));
        }
    }

    @Test
    void thirtySalesWithoutAFaultAreSure() {
        var shop = new Shop(12, Layout.BARCODE, Numbering.LETTERS);
        String first = shop.plainNumber();
        Lesson lesson = lesson(first, shop.sale(first));
        for (int i = 2; i < 38; i++) {
            lesson.next(Shop.seen(i, shop.sale(shop.number())));
        }
        assertEquals(
                List.of("Sure: one number on 36 of 36 further sales, never two; at most 1 in 12 will be missed."),
                lesson.trial().words());
    }

    @Test
    void aNumberOfTheSameShapeUnderAnotherLabelIsNotFound() {
        var shop = new Shop(3, Layout.SAME_LINE, Numbering.PLAIN);
        Rules rule = rules(lesson("7895064540489040", shop.sale("7895064540489040")));
        assertEquals(
                Set.of(),
                found(
                        rule,
                        Job.begin().lines("合计 28.00", "会员卡:7895064540489041").cut()));
        assertEquals(
                Set.of(),
                found(
                        rule,
                        Job.begin()
                                .lines("合计 28.00", "退款收钱吧订单号:7895064540489041")
                                .cut()));
        assertEquals(
                Set.of(),
                found(
                        rule,
                        Job.begin()
                                .lines("合计 28.00", "收钱吧订单号", "7895064540489041")
                                .cut()));
        assertEquals(
                Set.of(),
                found(rule, Job.begin().lines("合计 28.00", "7895064540489041").cut()));
    }

    @Test
    void aSecretAtTheLearnedPlaceIsNeverFound() {
        Lesson lesson = lesson(
                Shop.seen(
                        1,
                        Job.begin().lines("合计 28.00", "流水单号:512345678901234567").cut()),
                "512345678901234567");
        Rules rule = rules(lesson);
        assertEquals(
                Set.of("512345678901234566"),
                found(
                        rule,
                        Job.begin().lines("合计 28.00", "流水单号:512345678901234566").cut()));
        assertEquals(
                Set.of(),
                found(
                        rule,
                        Job.begin().lines("合计 28.00", "流水单号:134567890123456789").cut()));
        assertEquals(
                Step.REFUSED,
                lesson.next(Shop.seen(
                                2,
                                Job.begin()
                                        .lines("合计 28.00", "现金 28.00", "流水单号:134567890123456789")
                                        .cut()))
                        .step());
    }

    @ParameterizedTest
    @CsvSource({
        "付款码:134567890123456789, 134567890123456789, WeChat Pay payment code",
        "单号:281234567890123456, 281234567890123456, Alipay payment code",
        "单号:6212345678901234567, 6212345678901234567, UnionPay payment code",
        "单号:4111111111111111, 4111111111111111, a card number",
        "单号:13812345678, 13812345678, a mobile number",
        "电话:0571888812345, 0571888812345, a phone number",
        "会员号:900000123456, 900000123456, a member's number",
        "退款单号:78950645404890, 78950645404890, a refund's number",
        "商品:6923450657713, 6923450657713, an article number",
        "单号:123456, 123456, so short"
    })
    void whatMustNotBeAskedAboutIsRefusedWithASentence(String line, String value, String why) {
        SeenReceipt receipt = Shop.seen(1, Job.begin().lines("合计 28.00", line).cut());
        var refused = assertThrows(IllegalArgumentException.class, () -> lesson(receipt, value));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
        assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
    }

    /// One receipt's lines, and another's that print a later number in the same way.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Order No.: SQ-20261122-000123; SQ-20261122-000123; Order No.: SQ-20261122-000124; SQ-20261122-000124",
                "Merchant Order #7895064540489040; 7895064540489040; Merchant Order #7895064540489041; 7895064540489041",
                "Table 12   Order ID 78950645404890; 78950645404890; Table 7    Order ID 78950645404891; 78950645404891",
                "Bestell-Nr.  DE78950645; DE78950645; Bestell-Nr.  DE78950646; DE78950646",
                "Nº de pedido: 789506454048; 789506454048; Nº de pedido: 789506454049; 789506454049",
                "注文番号 7895-0645-4048-9040; 7895-0645-4048-9040; 注文番号 7895-0645-4048-9041; 7895-0645-4048-9041",
                "Ref 0a1b2c3d4e5f60718293a4b5; 0a1b2c3d4e5f60718293a4b5; Ref 1a2b2c3d4eff60718293a4b5; 1a2b2c3d4eff60718293a4b5"
            })
    void labelsOfAnyLanguageAreLearned(String first, String value, String second, String expected) {
        Rules rule = rules(lesson(value, Job.begin().lines("Total 12.00", first).cut()));
        assertEquals(
                Set.of(expected),
                found(rule, Job.begin().lines("Total 13.00", second).cut()));
    }

    @Test
    void nothingIsLearnedFromARefund() {
        SeenReceipt refund = Shop.seen(
                1, Job.begin().lines("退款单", "合计 -1.00", "聚合单号:7895064540489040").cut());
        var refused = assertThrows(IllegalArgumentException.class, () -> lesson(refund, "7895064540489040"));
        assertTrue(refused.getMessage().startsWith("Receipt 1 is no sale (refund)"), refused.getMessage());
    }

    @Test
    void secretsAreMaskedInTheList() {
        SeenReceipt receipt = Shop.seen(
                1,
                Job.begin()
                        .lines("合计 28.00", "付款码:134567890123456789 卡号:6222020000000000000", "会员卡:900000123456")
                        .cut());
        List<String> shown = receipt.candidates().stream().map(Candidate::shown).toList();
        assertEquals(List.of("…6789", "…0000", "…3456"), shown);
    }

    @Test
    void aKnownReferenceNeedsNoRule() {
        SeenReceipt receipt = Shop.seen(
                1, Job.begin().lines("交易单号:4200001234202611221234567890").cut());
        var refused =
                assertThrows(IllegalArgumentException.class, () -> lesson(receipt, "4200001234202611221234567890"));
        assertTrue(refused.getMessage().contains("known already, as wechat transaction_id"), refused.getMessage());
    }

    @Test
    void aNumberThatIsTheSameOnEveryReceiptIsDoubtful() {
        List<SeenReceipt> receipts = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            receipts.add(Shop.seen(
                    i,
                    Job.begin()
                            .lines("合计 " + i + ".00", "现金 9.00", "门店编号:789506454048")
                            .cut()));
        }
        Lesson lesson = lesson(receipts.getFirst(), "789506454048");
        assertEquals(Step.REPEATED, lesson.next(receipts.get(1)).step());
        assertEquals(Step.REPEATED, lesson.next(receipts.get(2)).step());
        assertTrue(lesson.trial().harmful());
        assertTrue(lesson.trial().words().toString().contains("it may be the shop's"));
    }

    @Test
    void aSecondCopyOfAReceiptIsNoSecondSale() {
        var shop = new Shop(5, Layout.SAME_LINE, Numbering.PLAIN);
        Job sale = shop.sale("7895064540489040");
        Lesson lesson = lesson("7895064540489040", sale);
        assertEquals(Step.COPY, lesson.next(Shop.seen(2, sale)).step());
        assertEquals(0, lesson.trial().sales());
    }

    @Test
    void aLittleLongerNumberWidensTheRuleAndAnotherKindDoesNot() {
        Lesson lesson = lesson(
                "SQB00T1234567890",
                Job.begin().lines("合计 1.00", "现金 1.00", "聚合单号:SQB00T1234567890").cut());
        assertEquals("SQB[0-9]{2}T[0-9]{10}", lesson.number().text());
        assertEquals(
                Step.WIDENED,
                lesson.next(Shop.seen(
                                2,
                                Job.begin()
                                        .lines("合计 2.00", "现金 2.00", "聚合单号:SQB01T12345678901")
                                        .cut()))
                        .step());
        assertEquals("SQB[0-9]{2}T[0-9]{10,11}", lesson.number().text());
        assertEquals(
                Step.DIFFERENT,
                lesson.next(Shop.seen(
                                3,
                                Job.begin()
                                        .lines("合计 3.00", "现金 3.00", "聚合单号:20261122123456")
                                        .cut()))
                        .step());
        assertEquals("SQB[0-9]{2}T[0-9]{10,11}", lesson.number().text());
    }

    @Test
    void aLabelIsNarrowedToWhatItKeeps() {
        Lesson lesson = lesson(
                "789506454048",
                Job.begin()
                        .lines("合计 1.00", "现金 1.00", "外卖#A 聚合单号:789506454048")
                        .cut());
        assertEquals(
                Step.WIDENED,
                lesson.next(Shop.seen(
                                2,
                                Job.begin()
                                        .lines("合计 2.00", "现金 2.00", "外卖#B 聚合单号:789506454049")
                                        .cut()))
                        .step());
        assertEquals(new ByLabel("聚合单号", Place.SAME_LINE), lesson.anchor());
    }

    @Test
    void aLabelThatOnlyEndsAlikeIsAnotherLabel() {
        Lesson lesson = lesson(
                "789506454048",
                Job.begin().lines("合计 1.00", "现金 1.00", "聚合单号:789506454048").cut());
        assertEquals(
                Step.MISSED,
                lesson.next(Shop.seen(
                                2,
                                Job.begin()
                                        .lines("合计 2.00", "现金 2.00", "单号:202611220017")
                                        .cut()))
                        .step());
    }

    @Test
    void aDayInTheNumberIsPartOfItsShape() {
        var shop = new Shop(6, Layout.SAME_LINE, Numbering.DAY_WITHIN);
        String number = shop.number();
        Lesson lesson = lesson(number, shop.sale(number));
        Rules rule = rules(lesson);
        assertEquals("[0-9]{4}(?P<day>20[0-9]{6})[0-9]{10}", lesson.number().text());
        String noDay = number.substring(0, 8) + "9999" + number.substring(12);
        assertEquals(Set.of(), found(rule, shop.sale(noDay)));
    }

    @Test
    void aNumberWithACardsCheckDigitIsFoundWhereItBeginsAsNoCardDoes() {
        Job sale = Job.begin().lines("合计 1.00", "聚合单号:7895064540489040").cut();
        Rules rule = rules(lesson("7895064540489040", sale));
        String luhn = "7895064540489043";
        assertEquals("a card number", slipstream.device.reference.Sighting.impostor(luhn));
        assertEquals(
                Set.of(luhn),
                found(rule, Job.begin().lines("合计 1.00", "聚合单号:" + luhn).cut()));
        String card = "4111111111111111";
        assertEquals(
                Set.of(),
                found(rule, Job.begin().lines("合计 1.00", "聚合单号:" + card).cut()));
    }

    @Test
    void whatIsLearnedLeavesTheOtherReferencesOfALabelAlone() {
        Job order = Job.begin().lines("收银", "合计 1.00", "参考号:7895064540489040").cut();
        Lesson lesson = lesson("7895064540489040", order);
        var scan = SeenReceipt.scan(
                Shop.receipt(Job.begin().lines("银联刷卡", "参考号:123456789012").cut()), rules(lesson));
        assertEquals("rrn", scan.references().getFirst().kind());
        assertTrue(scan.learned().isEmpty());
        assertEquals(new ByLabel("参考号", Place.SAME_LINE), lesson.anchor());
    }
}
