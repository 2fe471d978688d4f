/// A generic signed webhook for acquirers without a gateway of their own here: they tell of card payments by
/// their references, and of the payer by PAR or a token of theirs.
///
/// Signed as Standard Webhooks 1.0 has it (`github.com/standard-webhooks/standard-webhooks`, "spec"), with a
/// shared secret (`v1`, HMAC-SHA-256) or a key pair (`v1a`, Ed25519). Start at [WebhookNotices].
package slipstream.cloudlink.service.gateway.webhook;
