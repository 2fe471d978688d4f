/// Secrets and what is kept apart from the database: [Keyring], under whose keys payers and references are
/// hashed, and [Vault], under whose master key merchants' credentials are sealed.
package slipstream.cloudlink.service.secret;
