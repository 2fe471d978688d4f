package slipstream.cloudlink.service.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.campaign.Campaign;
import slipstream.cloudlink.service.campaign.Caps.Tally;
import slipstream.cloudlink.service.campaign.TallyStore;
import slipstream.cloudlink.service.mark.PayerKey;

/// One conditional insertion or update counts and holds the cap.
record SqlTallyStore(Handle handle) implements TallyStore {
    private static final long EVER = -1;
    private static final String LINK = "link";
    private static final String REWARD = "reward";

    @Override
    public Tally read(Campaign campaign, PayerKey payer, Optional<PayerKey> inviter, Instant at) {
        var caps = campaign.caps();
        long day = campaign.window().day(at);
        return new Tally(
                caps.perPayer().isEmpty() ? 0 : ofPayer(payer, campaign, LINK, EVER),
                caps.perPayerDay().isEmpty() ? 0 : ofPayer(payer, campaign, LINK, day),
                caps.perDay().isEmpty() ? 0 : ofCampaign(campaign, day),
                caps.total().isEmpty() ? 0 : ofCampaign(campaign, EVER),
                caps.rewardsPerPayerDay().isEmpty() || inviter.isEmpty()
                        ? 0
                        : ofPayer(inviter.get(), campaign, REWARD, day));
    }

    @Override
    public boolean takeLink(Campaign campaign, PayerKey payer, Instant at) {
        var caps = campaign.caps();
        long day = campaign.window().day(at);
        return takeOfPayer(caps.perPayer(), payer, campaign, LINK, EVER, at)
                && takeOfPayer(caps.perPayerDay(), payer, campaign, LINK, day, at)
                && takeOfCampaign(caps.total(), campaign, EVER)
                && takeOfCampaign(caps.perDay(), campaign, day);
    }

    @Override
    public boolean takeReward(Campaign campaign, PayerKey inviter, Instant at) {
        return takeOfPayer(
                campaign.caps().rewardsPerPayerDay(),
                inviter,
                campaign,
                REWARD,
                campaign.window().day(at),
                at);
    }

    private int ofPayer(PayerKey payer, Campaign campaign, String kind, long day) {
        return handle.createQuery("""
                        SELECT used FROM payer_tally
                        WHERE payer_key = :payer AND campaign_id = :campaign AND kind = :kind AND day = :day""")
                .bind("payer", payer.hash())
                .bind("campaign", campaign.id())
                .bind("kind", kind)
                .bind("day", day)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    private int ofCampaign(Campaign campaign, long day) {
        return handle.createQuery("SELECT used FROM campaign_tally WHERE campaign_id = :campaign AND day = :day")
                .bind("campaign", campaign.id())
                .bind("day", day)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    private boolean takeOfPayer(
            Optional<Integer> cap, PayerKey payer, Campaign campaign, String kind, long day, Instant at) {
        return cap.isEmpty()
                || handle.createUpdate("""
                                INSERT INTO payer_tally (payer_key, campaign_id, kind, day, used, counted_at)
                                VALUES (:payer, :campaign, :kind, :day, 1, :at)
                                ON CONFLICT (payer_key, campaign_id, kind, day)
                                DO UPDATE SET used = payer_tally.used + 1, counted_at = excluded.counted_at
                                WHERE payer_tally.used < :cap""")
                                .bind("payer", payer.hash())
                                .bind("campaign", campaign.id())
                                .bind("kind", kind)
                                .bind("day", day)
                                .bind("at", at.toEpochMilli())
                                .bind("cap", cap.get())
                                .execute()
                        == 1;
    }

    private boolean takeOfCampaign(Optional<Integer> cap, Campaign campaign, long day) {
        return cap.isEmpty()
                || handle.createUpdate("""
                                INSERT INTO campaign_tally (campaign_id, day, used) VALUES (:campaign, :day, 1)
                                ON CONFLICT (campaign_id, day)
                                DO UPDATE SET used = campaign_tally.used + 1 WHERE campaign_tally.used < :cap""")
                                .bind("campaign", campaign.id())
                                .bind("day", day)
                                .bind("cap", cap.get())
                                .execute()
                        == 1;
    }
}
