package slipstream.cloudlink.service.web.claim;

import java.util.ArrayList;
import java.util.List;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.web.page.Wordbook;

/// The lines printed beside the symbol.
public final class Captions {
    /// What fits on the narrowest paper (58 mm), where a Chinese character takes two columns.
    private static final int COLUMNS = 32;

    private static final Wordbook WORDS = new Wordbook(Captions.class);

    private Captions() {}

    public static List<String> of(Merchant merchant, ClaimLink link) {
        var words = WORDS.in(merchant.language());
        var lines = new ArrayList<String>();
        lines.add(words.get("captionScan"));
        if (link.items().size() > 1) {
            lines.add(words.get("captionChoose", link.items().size()));
        } else {
            var title = link.items().getFirst().title().in(merchant.language());
            if (columns(title) <= COLUMNS) {
                lines.add(title);
            }
        }
        return lines.subList(0, Math.min(lines.size(), link.blockLines()));
    }

    private static int columns(String text) {
        return text.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum();
    }
}
