package slipstream.device.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.device.Job;
import slipstream.escpos.receipt.Element;

class SecretsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            付款码:134567890123456789          > 付款码:##############6789
            卡号 4111 1111 1111 1111 12/28     > 卡号 #### #### #### 1111 12/28
            卡号 3782 822463 10005             > 卡号 #### ###### #0005
            卡号 622202 1234567890120          > 卡号 ###### #########0120
            ４１１１－１１１１－１１１１－１１１１ > ####－####－####－１１１１
            付款码:1345678901┊23456789          > 付款码:##########┊####6789
            卡号 4111 1111┊1111 1111            > 卡号 #### ####┊#### 1111
            4111┊1111┊1111┊1111                 > ####┊####┊####┊1111
            Tel 138-1234-5678                   > Tel ###-####-5678
            """)
    void whatIsKeptOfASecretIsItsEnd(String lines, String kept) {
        assertEquals(Arrays.asList(kept.split("┊")), masked(Job.begin().lines(lines.split("┊"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "交易单号:4200001234202611221234567890",
                "622202******1234",
                "411111** **** 1111",
                "合计 12.80┊实收 20.00",
                "2026-11-22 18:30:05┊12",
                "参考号 123456789012┊批次 000001"
            })
    void everythingElseIsKeptAsItIs(String lines) {
        assertEquals(Arrays.asList(lines.split("┊")), masked(Job.begin().lines(lines.split("┊"))));
    }

    @Test
    void stylesAreKept() {
        Job job = Job.begin()
                .text("付款码 1345678")
                .bold(true)
                .text("90123")
                .bold(false)
                .lines("456789");
        List<Element> elements = elements(job);
        List<Element> before = List.copyOf(elements);
        new Secrets().mask(elements);
        assertEquals("付款码 ##############6789", ((Element.Line) elements.getFirst()).text());
        assertEquals(styles(before), styles(elements));
    }

    @Test
    void symbolsAreMaskedToo() {
        List<Element> elements = elements(Job.begin()
                .lines("码")
                .qr("https://pay.example/?code=134567890123456789")
                .code128("4111111111111111"));
        new Secrets().mask(elements);
        assertEquals("https://pay.example/?code=##############6789", ((Element.Symbol) elements.get(1)).payload());
        assertEquals("############1111", ((Element.Symbol) elements.get(2)).payload());
    }

    @Test
    void aMaskChangesNothingThatIsKnownOfTheReceipt() {
        Job job = Job.begin()
                .lines("付款码:134567890123456789", "商户订单号:202611220001", "微信支付 12.80", "合计 12.80")
                .lines("2026-11-22 18:30:05");
        List<Element> elements = elements(job);
        var plain = new ReceiptScan();
        plain.printed(elements);
        plain.ended();
        var masked = new ReceiptScan();
        var secrets = new Secrets();
        List<Element> soFar = new ArrayList<>();
        for (Element element : elements) {
            soFar.add(element);
            masked.printed(soFar);
            secrets.mask(soFar);
        }
        masked.ended();
        assertEquals(plain.references(), masked.references());
        assertEquals(plain.kind(), masked.kind());
        assertEquals(plain.total(), masked.total());
        assertEquals(plain.time(), masked.time());
    }

    private static List<Object> styles(List<Element> elements) {
        return ((Element.Line) elements.getFirst())
                .runs().stream()
                        .<Object>map(run -> List.of(
                                run.x(), run.offset(), run.style(), run.text().length()))
                        .toList();
    }

    private static List<String> masked(Job job) {
        List<Element> elements = elements(job);
        var secrets = new Secrets();
        for (int i = 1; i <= elements.size(); i++) {
            secrets.mask(elements.subList(0, i));
        }
        return elements.stream().map(element -> ((Element.Line) element).text()).toList();
    }

    private static List<Element> elements(Job job) {
        return new ArrayList<>(job.cut().receipts().getFirst().elements());
    }
}
