package slipstream.cloudlink.service.gateway.wechat;

import io.avaje.jsonb.Json;

/// The envelope of a notice.
@Json(naming = Json.Naming.LowerUnderscore)
record WeChatNotice(String id, String eventType, String resourceType, Sealed resource) {}
