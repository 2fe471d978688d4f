package slipstream.benchmarks.cost;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import slipstream.cloudlink.service.IdentificationService;
import slipstream.cloudlink.service.config.Configuration;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.wechat.simulator.Behaviour;
import slipstream.cloudlink.service.gateway.wechat.simulator.WeChatPaySimulator;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.merchant.Wording;

/// A shop whose customers pay: the payment platform, the service that asks it, and the receipts of its till.
final class Payments implements AutoCloseable {
    private static final String MCHID = "1900000109";
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int PAYERS = 20;

    private final WeChatPaySimulator platform;
    private final IdentificationService service;
    private final URI api;
    private final AtomicInteger paid = new AtomicInteger();

    /// @param directory for databases and keys; the box's are in `box`
    Payments(Path directory) throws IOException {
        var any = new Listen("127.0.0.1", 0);
        platform = WeChatPaySimulator.start(directory.resolve("platform"), any, any, Map.of(MCHID, "wx0"));
        service = IdentificationService.start(Configuration.local(directory.resolve("service")));
        api = service.api();
        var offices = service.administration();
        offices.addMerchant(
                new Merchant("shop", Wording.of("店"), Locale.SIMPLIFIED_CHINESE, "street", Optional.empty()),
                Map.of(Platform.WECHAT, platform.credentials().get(MCHID)));
        offices.addItem("shop", Wording.of("立减 5 元"), Optional.empty(), 30);
        offices.addDevice("shop", "box", directory.resolve("box"));
    }

    /// Where the box asks.
    URI api() {
        return api;
    }

    /// How many queries have reached the platform.
    long queries() {
        return platform.queries();
    }

    /// The platform answers otherwise from here on.
    void platformIs(Behaviour.Kind kind) {
        platform.behave(new Behaviour(kind, 0));
    }

    /// Stops the service, and it stays where it was: nobody is there.
    void stopService() {
        service.close();
    }

    /// One payment more, by one of a few payers.
    ///
    /// @return its number
    String pay() {
        int number = paid.incrementAndGet();
        String transactionId = "420000000020261122%010d".formatted(number);
        platform.putOrder(MCHID, "M" + number, transactionId, "payer-" + number % PAYERS, 4400, "SUCCESS");
        return transactionId;
    }

    /// The receipt of a payment, all but feed and cut.
    static byte[] receipt(String transactionId) {
        return receipt("结账单", "微信支付\n交易单号：" + transactionId + "\n");
    }

    /// A receipt of 27 lines, all but feed and cut.
    ///
    /// @param payment how it was paid, as lines
    static byte[] receipt(String title, String payment) {
        var text = new StringBuilder("\u001b@\u001c&晨光咖啡\n" + title + "\n");
        for (int item = 1; item <= 20; item++) {
            text.append("燕麦拿铁 Oat Latte     x1               22.00\n");
        }
        text.append("合计                                     44.00\n")
                .append(payment)
                .append("谢谢惠顾\n");
        return text.toString().getBytes(GB18030);
    }

    @Override
    public void close() {
        service.close();
        platform.close();
    }
}
