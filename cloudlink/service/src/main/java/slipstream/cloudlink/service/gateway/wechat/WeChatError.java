package slipstream.cloudlink.service.gateway.wechat;

import io.avaje.jsonb.Json;

/// A refusal of the platform.
@Json
record WeChatError(String code, String message) {}
