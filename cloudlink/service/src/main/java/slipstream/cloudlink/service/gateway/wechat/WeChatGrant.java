package slipstream.cloudlink.service.gateway.wechat;

import io.avaje.jsonb.Json;

/// The answer of `/sns/oauth2/access_token`: only the fields we use. Refusals come with status 200, too.
///
/// @param isSnapshotuser 1 for a throw-away account
@Json(naming = Json.Naming.LowerUnderscore)
record WeChatGrant(Integer errcode, String openid, Integer isSnapshotuser) {}
