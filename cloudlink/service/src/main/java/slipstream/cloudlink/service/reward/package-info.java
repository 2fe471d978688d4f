/// Rewards: the claim links by which an inviting payer is thanked (rule 5).
///
/// A [Reward] reaches its payer in three ways: it stands on the payer's own page at once ([RewardStore#of]),
/// [PushChannel] tells of it, and the payer's next receipt in the circle carries it.
package slipstream.cloudlink.service.reward;
