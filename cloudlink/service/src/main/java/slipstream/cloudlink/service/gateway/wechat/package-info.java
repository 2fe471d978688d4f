/// WeChat Pay API v3: signed questions, verified answers, decrypted notices; direct and partner mode, RSA
/// and SM2, platform certificates and public keys.
///
/// Start at [WeChatPayGateway] (we ask) and [WeChatNotices] (the platform tells); both talk through
/// [WeChatPlatform]. Below them, each on its own: [RequestSigner], [MessageVerifier], [PlatformKeys], [Aead],
/// [Suite], [WeChatCredentials]. [WeChatV2Notices] opens what is left of API v2. The wire format is described
/// in the API's chapters on signing, verifying and decrypting (`pay.weixin.qq.com`, "APIv3").
package slipstream.cloudlink.service.gateway.wechat;
