package slipstream.cloudlink.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.campaign.Campaign;
import slipstream.cloudlink.service.campaign.CampaignStore;
import slipstream.cloudlink.service.campaign.CampaignText;
import slipstream.cloudlink.service.config.ConfigurationException;
import slipstream.cloudlink.service.mark.PayerKey;

/// Campaigns are kept as they were written; what they say is in few columns, the rest in their text.
record SqlCampaignStore(Handle handle) implements CampaignStore {
    /// A text always means the same campaign, so each is read once. There are as many as operators write.
    private static final ConcurrentHashMap<String, Campaign> READ = new ConcurrentHashMap<>();

    @Override
    public boolean add(Campaign campaign, String text, Instant at) {
        return handle.createUpdate("""
                                INSERT INTO campaign (campaign_id, circle, priority, definition, added_at)
                                VALUES (:id, :circle, :priority, :text, :at) ON CONFLICT DO NOTHING""")
                        .bind("id", campaign.id())
                        .bind("circle", campaign.circle())
                        .bind("priority", campaign.priority())
                        .bind("text", text)
                        .bind("at", at.toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public boolean stop(String id, Instant at) {
        return handle.createUpdate(
                                "UPDATE campaign SET stopped_at = :at WHERE campaign_id = :id AND stopped_at IS NULL")
                        .bind("id", id)
                        .bind("at", at.toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public List<Campaign> ofCircle(String circle) {
        return handle.createQuery("""
                        SELECT campaign_id, definition, stopped_at FROM campaign WHERE circle = :circle
                        ORDER BY priority, campaign_id""").bind("circle", circle).map((row, context) -> written(row)).list().stream()
                .map(written ->
                        written.stoppedAt().map(written.campaign()::endedAt).orElse(written.campaign()))
                .toList();
    }

    @Override
    public List<Written> all() {
        return handle.createQuery("""
                        SELECT campaign_id, definition, stopped_at FROM campaign
                        ORDER BY circle, priority, campaign_id""").map((row, context) -> written(row)).list();
    }

    @Override
    public Optional<Boolean> isControl(PayerKey payer, String campaignId) {
        return handle.createQuery("SELECT control FROM exposure WHERE payer_key = :payer AND campaign_id = :campaign")
                .bind("payer", payer.hash())
                .bind("campaign", campaignId)
                .mapTo(Integer.class)
                .findOne()
                .map(control -> control == 1);
    }

    @Override
    public void meets(PayerKey payer, String campaignId, boolean control, Instant at) {
        handle.createUpdate("""
                        INSERT INTO exposure (payer_key, campaign_id, control, met_at)
                        VALUES (:payer, :campaign, :control, :at) ON CONFLICT DO NOTHING""")
                .bind("payer", payer.hash())
                .bind("campaign", campaignId)
                .bind("control", control ? 1 : 0)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    private static Written written(ResultSet row) throws SQLException {
        var text = row.getString("definition");
        return new Written(read(row.getString("campaign_id"), text), text, Times.maybe(row, "stopped_at"));
    }

    private static Campaign read(String id, String text) {
        return READ.computeIfAbsent(text, t -> {
            try {
                return CampaignText.read("campaign " + id, t);
            } catch (ConfigurationException e) {
                throw new IllegalStateException(
                        "the database holds a campaign that cannot be read: " + e.getMessage(), e);
            }
        });
    }
}
