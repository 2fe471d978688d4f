package slipstream.escpos.inject;

import java.util.List;
import slipstream.escpos.command.Cut;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.state.PrinterState;

/// The end of a receipt that has room for a block.
///
/// @param receipt whose end
/// @param end its slot
/// @param cut what ended it; null where there is no cut
/// @param means what printer and line leave to choose from
/// @param star whether the stream is in Star line mode
record SlotHold(
        Receipt receipt, Tail.End end, Cut cut, BlockMeans means, boolean star, Outgoing outgoing, Claims claims)
        implements Hold {

    @Override
    public boolean open() {
        return end.slot().open();
    }

    @Override
    public boolean print(String url, List<String> caption) {
        if (!open()) {
            return false;
        }
        return switch (new ClaimBlock(end.site(), means, star, missingFeedDots()).draw(url, caption)) {
            case Drawn.Refused refused -> {
                claims.skipped(receipt.number(), refused.why());
                plain();
                yield false;
            }
            case Drawn.Bytes block -> {
                fill(block.bytes());
                yield true;
            }
        };
    }

    @Override
    public void plain() {
        if (open()) {
            end.slot().cancel();
        }
    }

    private void fill(byte[] block) {
        end.slot()
                .fill(
                        block,
                        () -> claims.inserted(
                                new Insertion(receipt.number(), outgoing.written(), block.length, placement())));
    }

    /// What the sender's own feed lacks of the way to the blade or the tear bar.
    private int missingFeedDots() {
        PrinterState state = end.site().state();
        boolean feedsItself = cut != null && Paper.feedsToBlade(cut, state);
        return feedsItself ? 0 : Math.max(0, state.profile().bladeDistanceDots() - end.fedDots());
    }

    private Placement placement() {
        if (end.fedDots() > 0) {
            return Placement.BEFORE_FEED;
        }
        return cut == null ? Placement.AT_END : Placement.BEFORE_CUT;
    }
}
