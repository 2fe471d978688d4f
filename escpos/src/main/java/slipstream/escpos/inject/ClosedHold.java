package slipstream.escpos.inject;

import java.util.List;
import slipstream.escpos.receipt.Receipt;

/// The end of a receipt that has no room for a block.
///
/// @param why in a sentence
record ClosedHold(Receipt receipt, String why, Claims claims) implements Hold {
    @Override
    public boolean open() {
        return false;
    }

    @Override
    public boolean print(String url, List<String> caption) {
        claims.skipped(receipt.number(), why);
        return false;
    }

    @Override
    public void plain() {}
}
