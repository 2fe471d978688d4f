package slipstream.device.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.cloudlink.protocol.PaymentReference;

/// Numbers that stand where a reference would, and are none.
class ImpostorsTest {
    /// Each stands below a payment's label that has lost its own value, or behind it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "13812345678",
                "021-62345678",
                "0755-86013388",
                "400-820-8820",
                "010-1234-5678",
                "123-45-67890",
                "91350100M000100Y43",
                "9144030071526726XG",
                "T7000012050002",
                "11010519491231002X",
                "6901234567892",
                "4006381333931",
                "DE89370400440532013000",
                "GB82WEST12345698765432",
                "20261122",
                "4111111111111111",
                "4111-1111-1111-1111",
                "6222021234567890123",
                "134567890123456789",
                "2812345678901234",
                "2088123456789012",
                "35261112345678000190650010000123451234567890"
            })
    void noImpostorIsTakenForALostValue(String number) {
        for (String label : List.of("商户单号:", "支付宝商户单号", "参考号", "交易单号", "Trace-Nr", "승인번호", "Merchant Ref:")) {
            assertEquals(List.of(), references("VISA", "支付宝 12.80", label, number), label);
            assertEquals(List.of(), references("VISA", "支付宝 12.80", label + " " + number), label);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "流水号 2026112212345678901234567890┊现金 12.00",
                "交易流水号 2026112212345678901234567890┊现金 12.00",
                "微信支付 12.80┊流水号 1230000109202611221234567890",
                "微信支付 12.80┊参考号 1230000109202611221234567890",
                "单号:2026112222004512345678901234┊现金 12.00",
                "订单号:4800001234202611221234567890┊现金 12.00",
                "VISA **** 1234┊Booking Ref: 123456789012",
                "VISA **** 1234┊Reservation reference 123456789012",
                "VISA **** 1234┊Your Ref: 123456789012",
                "VISA **** 1234┊Customer Reference No. 123456789012",
                "VISA **** 1234┊物流参考号:123456789012",
                "VISA **** 1234┊Tracking No. 123456789012",
                "VISA **** 1234┊Gift Card No: 123456789012",
                "girocard┊TSE-Trans.Nr. 000000123456",
                "girocard┊TSE Transaktionsnummer: 123456789012",
                "VISA **** 1234┊REF:┊Ticket No 123456789012",
                "VISA **** 1234┊Transaction ID┊Parking Ticket 123456789012",
                "新韩卡┊승인번호┊사업자번호 123-45-67890"
            })
    void whatOtherLabelsNameIsNotTaken(String lines) {
        assertEquals(List.of(), references(lines.split("┊")));
    }

    @Test
    void aMerchantsNumberThatBeginsWithTheDayNeedsItsTender() {
        String number = "2026112212345678901234567890";
        var alipay = new PaymentReference("alipay", "trade_no", number);
        assertEquals(List.of(alipay), references("交易单号 " + number, "支付宝 12.80"));
        assertEquals(List.of(alipay), references("支付宝 12.80", "交易单号 " + number));
        assertEquals(List.of(alipay), references("支付宝交易号 " + number));
        assertEquals(List.of(), references("交易单号 " + number, "现金 12.80"));
        assertEquals(List.of(), references("交易单号 " + number, "微信支付 12.80"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "微信支付 12.80┊商户存根联┊订单号: 202611221830001",
                "微信支付 12.80┊商户名称: 清风小馆┊订单号: 202611221830001",
                "微信支付 12.80┊商户存根联 订单号: 202611221830001",
                "微信支付 12.80┊商户联┊流水号: 202611221830001"
            })
    void aLineAboveIsNoPartOfALabelThatIsWhole(String lines) {
        assertEquals(List.of(), references(lines.split("┊")));
    }

    @Test
    void oneCharacterOffIsNoTaxCode() {
        assertNotNull(Impostor.of("91350100M000100Y43"));
        assertNull(Impostor.of("91350100M000100Y44"));
        assertNotNull(Impostor.of("T7000012050002"));
        assertNull(Impostor.of("T6000012050002"));
        assertNotNull(Impostor.of("GB82WEST12345698765432"));
        assertNull(Impostor.of("GB83WEST12345698765432"));
    }

    private static List<PaymentReference> references(String... lines) {
        return LayoutsTest.found(
                        Stream.of(lines).filter(line -> !line.isEmpty()).toArray(String[]::new))
                .references();
    }
}
