package slipstream.device.panel;

/// The box's face. Verbs return at once, never fail, and may be called by any thread.
public interface Panel extends AutoCloseable {
    /// The panel of a box without one.
    Panel NONE = new Panel() {
        @Override
        public void set(Condition condition, boolean on) {}

        @Override
        public void beat() {}

        @Override
        public void close() {}
    };

    /// Says that the box is in a condition, or is not any more. What shows is the most urgent of those it is in.
    void set(Condition condition, boolean on);

    /// The print path gets on: one pulse for the bypass relay. Without beats the relay falls to bypass.
    void beat();

    /// Dark, silent, relay at bypass. Never fails.
    @Override
    void close();
}
