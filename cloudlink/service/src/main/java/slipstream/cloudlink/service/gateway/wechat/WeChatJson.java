package slipstream.cloudlink.service.gateway.wechat;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;

/// The platform's messages as JSON. Reading throws [io.avaje.json.JsonException].
final class WeChatJson {
    private static final Jsonb JSON = Jsonb.builder().build();

    static final JsonType<WeChatTransaction> TRANSACTION = JSON.type(WeChatTransaction.class);
    static final JsonType<WeChatNotice> NOTICE = JSON.type(WeChatNotice.class);
    static final JsonType<WeChatError> ERROR = JSON.type(WeChatError.class);

    private WeChatJson() {}
}
