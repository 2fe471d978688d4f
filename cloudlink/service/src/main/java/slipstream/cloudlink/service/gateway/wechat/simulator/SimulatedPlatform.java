package slipstream.cloudlink.service.gateway.wechat.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// What the platform knows: merchants, orders, and how it is to behave. Safe for any number of threads.
final class SimulatedPlatform {
    private final Map<String, SimulatedMerchant> merchants = new ConcurrentHashMap<>();
    private final Map<String, Order> orders = new ConcurrentHashMap<>();
    private final AtomicLong queries = new AtomicLong();
    private volatile Behaviour behaviour = Behaviour.NORMAL;

    Map<String, SimulatedMerchant> merchants() {
        return merchants;
    }

    void put(SimulatedMerchant merchant) {
        merchants.put(merchant.mchid(), merchant);
    }

    /// An order is known by merchant and its own number; putting it again changes its state.
    void put(Order order) {
        orders.put(order.mchid() + "/" + order.outTradeNo(), order);
    }

    Optional<Order> byTransactionId(String id) {
        return orders.values().stream()
                .filter(order -> order.transactionId().equals(id))
                .findFirst();
    }

    Optional<Order> byOutTradeNo(String mchid, String outTradeNo) {
        return Optional.ofNullable(orders.get(mchid + "/" + outTradeNo));
    }

    Behaviour behaviour() {
        return behaviour;
    }

    void behave(Behaviour next) {
        behaviour = next;
    }

    void countQuery() {
        queries.incrementAndGet();
    }

    long queries() {
        return queries.get();
    }
}
