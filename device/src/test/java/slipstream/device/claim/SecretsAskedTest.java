package slipstream.device.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.device.Job;
import slipstream.escpos.inject.Injector;
import slipstream.escpos.profile.PrinterProfile;

/// What leaves the box of receipts whose payment labels have secrets behind them.
class SecretsAskedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "134567890123456789",
                "1345 6789 0123 4567 89",
                "2812345678901234",
                "2812-3456-7890-1234",
                "fp0123456789abcdef0123456789abcdef0",
                "6212345678901234567",
                "621234 5678901234567",
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "3782 822463 10005",
                "VISA4111111111111111",
                "A4111111111111111",
                "ORD_134567890123456789",
                "134567890123456789|1",
                "４１１１１１１１１１１１１１１１"
            })
    void noQuestionHasASecret(String secret) {
        for (String label : List.of("商户单号:", "微信商户单号 ", "支付宝商户订单号:", "参考号:", "交易单号 ", "Merchant Ref: ")) {
            var job = Job.begin()
                    .lines("微信支付 12.80", "VISA **** 1234", label + secret, label, secret)
                    .text(label)
                    .bold(true)
                    .text(secret.substring(0, secret.length() / 2))
                    .bold(false)
                    .lines(secret.substring(secret.length() / 2));
            if (secret.chars().allMatch(c -> c < 0x80)) {
                job.qr("https://pay.example/?out_trade_no=" + secret.replace(" ", ""))
                        .code128(secret);
            }
            assertEquals(List.of(), asked(job.cut()), label);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQB26112218300512345678", "A20261122183005123456", "WX12345678901234", "M20261122-0001"})
    void anOrdersNumberThatOnlyLooksLongIsAskedAbout(String order) {
        List<IdentifyRequest> asked =
                asked(Job.begin().lines("微信支付 12.80", "商户单号:" + order).cut());
        assertEquals(1, asked.size());
        assertEquals(order, asked.getFirst().reference().value());
    }

    private static List<IdentifyRequest> asked(Job job) {
        List<IdentifyRequest> asked = new ArrayList<>();
        var claims = new ReceiptClaims(
                request -> {
                    asked.add(request);
                    return CompletableFuture.completedFuture(IdentifyAnswer.plain("none"));
                },
                new Till("till-1", Currency.getInstance("CNY")),
                new Outcomes(),
                Runnable::run);
        byte[] bytes = job.bytes();
        new Injector(PrinterProfile.GENERIC_80MM, Injector.RealTime.IN_ORDER, (sent, from, to) -> {}, claims)
                .feed(bytes, 0, bytes.length);
        return asked;
    }
}
