package slipstream.device.bridge;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.inject.Claims;
import slipstream.escpos.inject.Hold;
import slipstream.escpos.inject.Insertion;
import slipstream.escpos.inject.Output;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.receipt.Receipt;

/// Keeps the stream safe from what stands in it.
///
/// Every byte is kept until the stage has passed it on. Whatever the stage throws, and whatever it writes that is
/// neither the stream's next bytes nor a block it announced, ends it for good: the kept bytes go out as they came,
/// and all later ones are copied. None is lost, none doubled.
///
/// Called under the session's lock.
final class Guard {
    private final Output printer;
    private final Runnable whenAsked;
    private final Consumer<Throwable> whenFailed;
    private final ByteQueue kept = new ByteQueue();
    private Stage stage;
    private int announced;
    private boolean follows;
    private boolean begun;

    /// @param whenAsked told when the printer is asked something in its turn
    /// @param whenFailed told once, of the fault that ended the stage
    Guard(Stage.Maker stages, Output printer, Claims claims, Runnable whenAsked, Consumer<Throwable> whenFailed) {
        this.printer = printer;
        this.whenAsked = whenAsked;
        this.whenFailed = whenFailed;
        try {
            stage = stages.make(this::written, new Announced(claims));
        } catch (Throwable e) {
            whenFailed.accept(e);
        }
    }

    /// Takes the next bytes of the stream.
    void feed(byte[] bytes, int from, int to) {
        if (stage == null) {
            printer.write(bytes, from, to);
            return;
        }
        kept.add(bytes, from, to);
        guarded(() -> {
            stage.feed(bytes, from, to);
            if (kept.size() > stage.heldBytes() + Grammar.LONGEST_HEAD) {
                throw new IllegalStateException(kept.size() + " bytes wait, " + stage.heldBytes() + " are held");
            }
        });
    }

    /// Whether the beginning of a command waits for its rest, whatever else is held.
    boolean headWaits() {
        var waits = new boolean[1];
        guarded(() -> waits[0] = kept.size() > stage.heldBytes());
        return waits[0];
    }

    /// The line is silent within a command: what came of it goes.
    void releaseHead() {
        guarded(() -> {
            stage.releaseHead();
            if (kept.size() > stage.heldBytes()) {
                throw new IllegalStateException(kept.size() + " bytes wait, " + stage.heldBytes() + " are held");
            }
        });
    }

    /// The line is quiet.
    void quiet() {
        guarded(() -> stage.quiet());
        begun = false;
    }

    /// The stream is over.
    void close() {
        guarded(() -> stage.close());
    }

    /// Lets go of the holds up to that number.
    void release(long hold) {
        guarded(() -> stage.release(hold));
    }

    /// Does what belongs to the stage: a decision on a hold.
    void run(Runnable decision) {
        guarded(decision);
    }

    /// Sends out whatever is still kept; after [#close], when no hold waits any more.
    void flush() {
        if (kept.size() > 0) {
            fail(new IllegalStateException(kept.size() + " bytes were left at the end"));
        }
    }

    /// The number of the newest hold that waits, 0 when none does.
    long newestHold() {
        var newest = new long[1];
        guarded(() -> newest[0] = stage.newestHold());
        return newest[0];
    }

    /// How many bytes wait.
    int waiting() {
        return kept.size();
    }

    /// Whether everything has gone out and no receipt is under way.
    ///
    /// @param quiet whether the line has been quiet for a while: what counts where receipts are not followed
    boolean betweenReceipts(boolean quiet) {
        return kept.size() == 0 && (stage != null && follows ? !begun : quiet);
    }

    private void guarded(Runnable work) {
        if (stage == null) {
            return;
        }
        try {
            work.run();
        } catch (PrinterGone e) {
            throw e;
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void fail(Throwable cause) {
        stage = null;
        byte[] rest = kept.takeAll();
        if (rest.length > 0) {
            printer.write(rest, 0, rest.length);
        }
        whenFailed.accept(cause);
    }

    private void written(byte[] bytes, int from, int to) {
        if (stage == null) {
            return;
        }
        boolean block = announced == to - from;
        announced = 0;
        if (!block && !kept.take(bytes, from, to)) {
            throw new IllegalStateException("the stage wrote " + (to - from) + " bytes that nobody sent");
        }
        printer.write(bytes, from, to);
    }

    /// Hears of blocks before they are written.
    private final class Announced implements Claims {
        private final Claims claims;

        Announced(Claims claims) {
            this.claims = claims;
        }

        @Override
        public Optional<CommandSink> onlooker() {
            follows = true;
            var glance = new Glance(() -> begun = true, whenAsked);
            return Optional.of(claims.onlooker()
                    .map(onlooker -> CommandSink.both(onlooker, glance))
                    .orElse(glance));
        }

        @Override
        public void printed(List<Element> soFar) {
            claims.printed(soFar);
        }

        @Override
        public void ended(Receipt receipt, Hold hold) {
            begun = false;
            claims.ended(receipt, hold);
        }

        @Override
        public void inserted(Insertion insertion) {
            claims.inserted(insertion);
            announced = insertion.length();
        }

        @Override
        public void skipped(int receipt, String why) {
            claims.skipped(receipt, why);
        }
    }
}
