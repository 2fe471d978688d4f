package slipstream.cloudlink.service.gateway.wechat;

import slipstream.cloudlink.protocol.JsonMessage;

/// The platform's messages as JSON.
final class WeChatJson {
    static final JsonMessage<WeChatTransaction> TRANSACTION = JsonMessage.of(WeChatTransaction.class);
    static final JsonMessage<WeChatRefund> REFUND = JsonMessage.of(WeChatRefund.class);
    static final JsonMessage<WeChatNotice> NOTICE = JsonMessage.of(WeChatNotice.class);
    static final JsonMessage<CertificateList> CERTIFICATES = JsonMessage.of(CertificateList.class);
    static final JsonMessage<WeChatError> ERROR = JsonMessage.of(WeChatError.class);

    static final JsonMessage<WeChatGrant> GRANT = JsonMessage.of(WeChatGrant.class);

    private WeChatJson() {}
}
