package slipstream.device.claim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import slipstream.cloudlink.protocol.VoucherCode;
import slipstream.escpos.receipt.Element;

/// The voucher codes that one receipt shows, in text or in a symbol. What stands in an address is none: our own
/// links are addresses.
final class Codes {
    private static final int MOST = 8;
    private static final Pattern ADDRESS = Pattern.compile("\\S+://\\S*");

    private final Set<VoucherCode> found = new LinkedHashSet<>();
    private int seen;

    /// Takes what came since.
    ///
    /// @param soFar the receipt's elements up to now
    void printed(List<Element> soFar) {
        for (; seen < soFar.size(); seen++) {
            switch (soFar.get(seen)) {
                case Element.Line line -> line(line);
                case Element.Symbol symbol -> text(symbol.payload());
                case Element.Picture ignored -> {}
            }
        }
    }

    /// Takes what was read in pictures: of that only symbols, which prove themselves.
    void pictured(List<Element> read) {
        for (Element element : read) {
            if (element instanceof Element.Symbol symbol) {
                text(symbol.payload());
            }
        }
    }

    /// The first eight, each once.
    List<VoucherCode> found() {
        return found.stream().limit(MOST).toList();
    }

    private void line(Element.Line line) {
        for (Element.Run run : line.runs()) {
            if (mayBegin(run.text())) {
                text(line.text());
                return;
            }
        }
    }

    private void text(String text) {
        if (mayBegin(text) && found.size() < MOST) {
            found.addAll(VoucherCode.find(ADDRESS.matcher(text).replaceAll(" ")));
        }
    }

    private static boolean mayBegin(String text) {
        return text.indexOf('V') >= 0 || text.indexOf('v') >= 0;
    }
}
