package slipstream.device.copy;

import java.util.List;
import java.util.Optional;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.inject.Claims;
import slipstream.escpos.inject.Hold;
import slipstream.escpos.inject.Insertion;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.receipt.Receipt;

/// Lets `claims` decide as without us, and tells `copies` what was printed on which receipt.
record KeepingClaims(Claims claims, Copies copies) implements Claims {
    @Override
    public Optional<CommandSink> onlooker() {
        return claims.onlooker();
    }

    @Override
    public void printed(List<Element> soFar) {
        claims.printed(soFar);
    }

    @Override
    public void ended(Receipt receipt, Hold hold) {
        claims.ended(receipt, new Watched(receipt, hold, copies));
    }

    @Override
    public void inserted(Insertion insertion) {
        claims.inserted(insertion);
    }

    @Override
    public void skipped(int receipt, String why) {
        claims.skipped(receipt, why);
    }

    private record Watched(Receipt receipt, Hold hold, Copies copies) implements Hold {
        @Override
        public boolean open() {
            return hold.open();
        }

        @Override
        public boolean print(String url, List<String> caption) {
            boolean printed = hold.print(url, caption);
            if (printed) {
                copies.printed(receipt, url);
            }
            return printed;
        }

        @Override
        public void plain() {
            hold.plain();
        }
    }
}
