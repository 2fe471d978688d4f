/// WeChat Pay API v3: signed questions, verified answers, decrypted notices.
///
/// Start at [WeChatPayGateway] (we ask) and [WeChatNotices] (the platform tells). Below them, each on its
/// own: [RequestSigner], [MessageVerifier], [AeadAesGcm], [WeChatCredentials]. The wire format is described
/// in the API's chapters on signing, verifying and decrypting (`pay.weixin.qq.com`, "APIv3").
package slipstream.cloudlink.service.gateway.wechat;
