package slipstream.device.bridge;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import slipstream.escpos.inject.Claims;
import slipstream.escpos.inject.Hold;
import slipstream.escpos.inject.Insertion;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.receipt.Receipt;

/// Decides as a test wants, and keeps where blocks went.
final class Blocks implements Claims {
    static final String URL = "HTTPS://C.EXAMPLE/1";

    private final BiConsumer<Receipt, Hold> decision;
    private final List<Insertion> insertions = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    Blocks(BiConsumer<Receipt, Hold> decision) {
        this.decision = decision;
    }

    /// A block on every receipt, at once.
    static Blocks atOnce() {
        return new Blocks((receipt, hold) -> hold.print(URL, List.of()));
    }

    /// No decision, ever.
    static Blocks never() {
        return new Blocks((receipt, hold) -> {});
    }

    /// No block on any receipt.
    static Claims plain(Executor ignored) {
        return new Blocks((receipt, hold) -> hold.plain());
    }

    @Override
    public void printed(List<Element> soFar) {}

    @Override
    public void ended(Receipt receipt, Hold hold) {
        decision.accept(receipt, hold);
    }

    @Override
    public synchronized void inserted(Insertion insertion) {
        insertions.add(insertion);
    }

    @Override
    public synchronized void skipped(int receipt, String why) {
        skipped.add(why);
    }

    synchronized List<String> skipped() {
        return List.copyOf(skipped);
    }

    synchronized List<Insertion> insertions() {
        return List.copyOf(insertions);
    }

    /// What is left of `output` without the blocks.
    synchronized byte[] without(byte[] output) {
        var rest = new ByteArrayOutputStream();
        int at = 0;
        for (Insertion insertion : insertions) {
            rest.write(output, at, (int) insertion.outputOffset() - at);
            at = (int) insertion.outputOffset() + insertion.length();
        }
        rest.write(output, at, output.length - at);
        return rest.toByteArray();
    }
}
