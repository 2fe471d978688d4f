package slipstream.escpos.inject;

import java.util.function.Supplier;

/// What follows the last ink, behind a slot for the block: feed, settings, the cut. The next ink takes the slot
/// away, and what waits goes.
final class Tail {
    /// What waits for a cut is a feed and some settings; a sender that goes on for longer is not at its end.
    private static final int LONGEST = 512;

    /// A slot at the end of a receipt.
    ///
    /// @param fedDots what the sender has fed behind it
    record End(Outgoing.Slot slot, Site site, int fedDots) {}

    private final Outgoing outgoing;
    private Outgoing.Slot slot;
    private Site site;
    private int fedDots;
    private Supplier<Site> next;

    Tail(Outgoing outgoing) {
        this.outgoing = outgoing;
    }

    boolean isOpen() {
        return slot != null;
    }

    /// Opens a slot behind what has been passed on.
    void open(Site here) {
        slot = outgoing.open();
        site = here;
        fedDots = 0;
    }

    /// Opens a slot once the command at hand has been passed on; null opens none.
    void opensNext(Supplier<Site> here) {
        next = here;
    }

    /// The command at hand has been passed on, or part of its data.
    void passed() {
        if (next != null) {
            open(next.get());
            next = null;
        } else if (slot != null && slot.bytesBehind() > LONGEST) {
            drop();
        }
    }

    /// The sender feeds; not backwards, where a block would be printed over.
    void fed(int dots) {
        if (dots < 0) {
            drop();
        } else {
            fedDots += dots;
        }
    }

    /// Nothing is decided here: what waits goes.
    void drop() {
        if (slot != null) {
            Outgoing.Slot empty = slot;
            slot = null;
            empty.cancel();
        }
    }

    /// The slots up to `number` are let go.
    void released(long number) {
        if (slot != null && slot.number <= number) {
            slot = null;
        }
    }

    /// The receipt ends, and whoever decides has the slot from now on.
    End end() {
        var end = new End(slot, site, fedDots);
        slot = null;
        return end;
    }
}
