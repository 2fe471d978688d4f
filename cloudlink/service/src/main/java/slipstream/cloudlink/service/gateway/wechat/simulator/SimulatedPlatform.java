package slipstream.cloudlink.service.gateway.wechat.simulator;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import slipstream.cloudlink.service.gateway.simulator.Simulated;
import slipstream.cloudlink.service.gateway.wechat.simulator.Order.Payee;

/// What the platform knows: merchants, sub-merchants, orders, refunds, and how it is to behave. Safe for any
/// number of threads.
final class SimulatedPlatform extends Simulated {
    private final Map<String, SimulatedMerchant> merchants = new ConcurrentHashMap<>();
    private final Map<String, Payee> payees = new ConcurrentHashMap<>();
    private final Map<String, Order> orders = new ConcurrentHashMap<>();
    private final Map<String, Order> byTransactionId = new ConcurrentHashMap<>();
    private final Map<String, Refund> refunds = new ConcurrentHashMap<>();

    Map<String, SimulatedMerchant> merchants() {
        return merchants;
    }

    void put(SimulatedMerchant merchant) {
        merchants.put(merchant.mchid(), merchant);
        payees.put(merchant.mchid(), new Payee(merchant.mchid(), merchant.appid(), null));
    }

    /// A merchant for whom `provider` places orders.
    void putSubMerchant(SimulatedMerchant provider, String mchid, String appid) {
        payees.put(mchid, new Payee(mchid, appid, provider));
    }

    /// Whose orders are placed under this number: a merchant's or a sub-merchant's.
    Optional<Payee> payee(String mchid) {
        return Optional.ofNullable(payees.get(mchid));
    }

    /// Who is told of that payee's payments.
    SimulatedMerchant told(Payee payee) {
        return payee.provider() == null ? merchants.get(payee.mchid()) : payee.provider();
    }

    /// An order is known by merchant and its own number; putting it again changes its state.
    void put(Order order) {
        var before = orders.put(order.payee().mchid() + "/" + order.outTradeNo(), order);
        if (before != null) {
            byTransactionId.remove(before.transactionId());
        }
        if (!order.transactionId().isEmpty()) {
            byTransactionId.put(order.transactionId(), order);
        }
    }

    Optional<Order> byTransactionId(String id) {
        return Optional.ofNullable(byTransactionId.get(id));
    }

    Optional<Order> byOutTradeNo(String mchid, String outTradeNo) {
        return Optional.ofNullable(orders.get(mchid + "/" + outTradeNo));
    }

    /// Gives a paid order back, wholly or partly; the same number once more is the same refund. Empty when
    /// there is less left to give back.
    synchronized Optional<Refund> refund(Order order, String outRefundNo, long amount, Instant at) {
        var known = refunds.get(outRefundNo);
        if (known != null) {
            return Optional.of(known);
        }
        long given = refunds.values().stream()
                .filter(one -> one.order().transactionId().equals(order.transactionId()))
                .mapToLong(Refund::amount)
                .sum();
        if (amount <= 0 || given + amount > order.total()) {
            return Optional.empty();
        }
        var digits = new StringBuilder("50");
        new SecureRandom().ints(27, 0, 10).forEach(digits::append);
        var refund = new Refund(order, outRefundNo, digits.toString(), amount, at);
        refunds.put(outRefundNo, refund);
        put(order.in("REFUND"));
        return Optional.of(refund);
    }

    Optional<Refund> refund(String outRefundNo) {
        return Optional.ofNullable(refunds.get(outRefundNo));
    }
}
