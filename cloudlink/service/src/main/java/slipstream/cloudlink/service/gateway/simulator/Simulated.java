package slipstream.cloudlink.service.gateway.simulator;

import java.util.concurrent.atomic.AtomicLong;
import slipstream.cloudlink.service.gateway.wechat.simulator.Behaviour;

/// A platform that behaves as it is told, and counts the questions it is asked. Safe for any number of threads.
public abstract class Simulated {
    private final AtomicLong queries = new AtomicLong();
    private volatile Behaviour behaviour = Behaviour.NORMAL;

    protected Simulated() {}

    /// How questions are answered.
    public final Behaviour behaviour() {
        return behaviour;
    }

    /// Changes that from now on.
    public final void behave(Behaviour next) {
        behaviour = next;
    }

    /// One more question has come in.
    public final void countQuery() {
        queries.incrementAndGet();
    }

    /// How many have.
    public final long queries() {
        return queries.get();
    }
}
