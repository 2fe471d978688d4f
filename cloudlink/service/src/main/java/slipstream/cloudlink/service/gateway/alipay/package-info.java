/// Alipay's open platform, v2 gateway: `alipay.trade.query` asked with RSA2 signatures, answers verified over
/// their raw bytes, contents encrypted where the merchant has it so, asynchronous notices.
///
/// Start at [AlipayGateway] (we ask) and [AlipayNotices] (the platform tells). Below them, each on its own:
/// [SignContent], [RawAnswer], [ContentCipher], [CertificateNumbers], [AlipayCredentials]. The wire format is
/// described at `opendocs.alipay.com`, "Signing" and "Trade query".
package slipstream.cloudlink.service.gateway.alipay;
