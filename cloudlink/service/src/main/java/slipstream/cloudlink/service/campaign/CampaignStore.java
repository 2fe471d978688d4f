package slipstream.cloudlink.service.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.service.mark.PayerKey;

/// Where campaigns are kept, and who met them.
public interface CampaignStore {
    /// Adds a campaign; false when its id is taken. It never changes afterwards: decisions rest on it.
    ///
    /// @param text the TOML it was read from
    boolean add(Campaign campaign, String text, Instant at);

    /// Closes a campaign for good; false when there is none, or it was stopped before.
    boolean stop(String id, Instant at);

    /// Every campaign of a circle, stopped ones closed at the time they were stopped; smallest priority
    /// number first, then by id.
    List<Campaign> ofCircle(String circle);

    /// Every campaign with its text.
    List<Written> all();

    /// Whether a payer belongs to the control group of a campaign, once it was settled.
    Optional<Boolean> isControl(PayerKey payer, String campaignId);

    /// Settles it, at the first payment that would have earned a link; later calls change nothing.
    void meets(PayerKey payer, String campaignId, boolean control, Instant at);

    /// A campaign as it was written.
    record Written(Campaign campaign, String text, Optional<Instant> stoppedAt) {}
}
