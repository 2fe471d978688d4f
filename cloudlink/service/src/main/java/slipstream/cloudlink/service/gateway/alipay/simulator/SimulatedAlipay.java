package slipstream.cloudlink.service.gateway.alipay.simulator;

import java.security.PrivateKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import slipstream.cloudlink.service.gateway.simulator.Simulated;

/// What the platform knows: applications, trades, and how it is to behave. Safe for any number of threads.
final class SimulatedAlipay extends Simulated {
    private final PrivateKey key;
    private final String certificateNumber;
    private final String rootNumber;
    private final Map<String, SimulatedApp> apps = new ConcurrentHashMap<>();
    private final Map<String, Trade> trades = new ConcurrentHashMap<>();
    private final Map<String, Trade> refunds = new ConcurrentHashMap<>();

    /// @param key signs what the platform says
    SimulatedAlipay(PrivateKey key, String certificateNumber, String rootNumber) {
        this.key = key;
        this.certificateNumber = certificateNumber;
        this.rootNumber = rootNumber;
    }

    PrivateKey key() {
        return key;
    }

    String certificateNumber() {
        return certificateNumber;
    }

    String rootNumber() {
        return rootNumber;
    }

    void put(SimulatedApp app) {
        apps.put(app.appId(), app);
    }

    Optional<SimulatedApp> app(String appId) {
        return Optional.ofNullable(apps.get(appId));
    }

    /// A trade is known by application and the merchant's number; putting it again changes it.
    void put(Trade trade) {
        trades.put(trade.appId() + "/" + trade.outTradeNo(), trade);
    }

    /// @param tradeNo goes first; may be empty
    Optional<Trade> trade(String appId, String tradeNo, String outTradeNo) {
        return tradeNo.isEmpty()
                ? Optional.ofNullable(trades.get(appId + "/" + outTradeNo))
                : trades.values().stream()
                        .filter(one ->
                                one.appId().equals(appId) && one.tradeNo().equals(tradeNo))
                        .findFirst();
    }

    /// Gives a trade back, wholly or partly; the same request once more gives nothing. Empty when there is less
    /// left.
    synchronized Optional<Trade> refund(Trade trade, String request, long fen) {
        var known = refunds.get(trade.tradeNo() + "/" + request);
        if (known != null) {
            return Optional.of(known);
        }
        if (fen <= 0 || trade.paidAt() == null || trade.refunded() + fen > trade.total()) {
            return Optional.empty();
        }
        var given = trade.givenBack(fen);
        put(given);
        refunds.put(trade.tradeNo() + "/" + request, given);
        return Optional.of(given);
    }
}
