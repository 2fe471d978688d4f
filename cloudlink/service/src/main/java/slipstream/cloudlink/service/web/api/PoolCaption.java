package slipstream.cloudlink.service.web.api;

import java.util.List;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.web.page.Wordbook;

/// The line printed beside a pool's token. It promises nothing: whether there is something is known at the scan.
final class PoolCaption {
    private static final Wordbook WORDS = new Wordbook(PoolCaption.class);

    private PoolCaption() {}

    static List<String> of(Merchant merchant) {
        return List.of(WORDS.in(merchant.language()).get("poolCaption"));
    }
}
