/// Campaigns: when, to whom and how often merchants hand out claim links.
///
/// [Campaign] is the value, a plain record that answers questions about itself and knows no database;
/// [CampaignText] reads it from TOML; [CampaignStore] and [TallyStore] are what the rules ask.
package slipstream.cloudlink.service.campaign;
