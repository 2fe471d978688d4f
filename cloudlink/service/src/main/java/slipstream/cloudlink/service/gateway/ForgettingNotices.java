package slipstream.cloudlink.service.gateway;

import slipstream.cloudlink.service.merchant.Merchant;

/// Opens notices, and has the cache forget what they tell of: it may have changed.
public record ForgettingNotices(Notices notices, CachedGateway cache) implements Notices {
    @Override
    public Opened open(Merchant merchant, Notice notice) {
        var opened = notices.open(merchant, notice);
        if (opened instanceof Opened.Told told) {
            cache.forget(merchant, told.payment());
        }
        return opened;
    }

    @Override
    public Reply accepted() {
        return notices.accepted();
    }

    @Override
    public Reply refused(Opened.Refused why) {
        return notices.refused(why);
    }
}
