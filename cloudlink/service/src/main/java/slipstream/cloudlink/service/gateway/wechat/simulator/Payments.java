package slipstream.cloudlink.service.gateway.wechat.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import slipstream.cloudlink.service.gateway.simulator.Delivery;

/// What every kind of order has in common: what it must say, and how it is paid and told of.
final class Payments {
    private static final int LONGEST_SUBJECT = 127;
    private static final int LONGEST_URL = 255;

    private final SimulatedPlatform platform;
    private final PlatformSeal seal;
    private final Clock clock;
    private final Delivery delivery;

    Payments(Vertx vertx, SimulatedPlatform platform, PlatformSeal seal, Clock clock) {
        this.platform = platform;
        this.seal = seal;
        this.clock = clock;
        this.delivery = new Delivery(vertx);
    }

    /// What is wrong with the order in a question, whoever places it.
    static Optional<String> complaint(JsonObject json) {
        var notices = json.getString("notify_url");
        if (!json.getString("out_trade_no").matches("[0-9A-Za-z_|*-]{6,32}")) {
            return Optional.of("商户订单号格式错误");
        }
        var subject = json.getString("description");
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            return Optional.of("商品描述长度错误");
        }
        if (!notices.startsWith("http") || notices.contains("?") || notices.length() > LONGEST_URL) {
            return Optional.of("通知地址格式错误");
        }
        var amount = json.getJsonObject("amount");
        return amount.getLong("total") < 1 || !"CNY".equals(amount.getString("currency", "CNY"))
                ? Optional.of("金额错误")
                : Optional.empty();
    }

    /// Pays an order and sends the notice; completes when it was sent, whatever became of it.
    Future<JsonObject> pay(Order placed, String openid, String notices) {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(8)).format(DateTimeFormatter.BASIC_ISO_DATE);
        var id = "4200009999" + day + String.format("%010d", new SecureRandom().nextLong(10_000_000_000L));
        var paid = new Order(
                placed.payee(), id, placed.outTradeNo(), openid, placed.total(), "SUCCESS", placed.tradeType());
        platform.put(paid);
        var merchant = platform.told(paid.payee());
        var body = seal.notice("TRANSACTION.SUCCESS", "transaction", paid.json(clock.instant()), merchant)
                .encode();
        var headers = new JsonObject();
        seal.headers(body, merchant).forEach(headers::put);
        return delivery.send(notices, "application/json", body, headers);
    }
}
