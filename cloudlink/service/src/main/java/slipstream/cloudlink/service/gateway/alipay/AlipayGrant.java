package slipstream.cloudlink.service.gateway.alipay;

import io.avaje.jsonb.Json;
import java.util.ArrayList;
import java.util.List;
import slipstream.cloudlink.service.gateway.Payment.PayerId;

/// The answer of `alipay.system.oauth.token`: only the fields we use.
///
/// @param code not always there when the code was good; never `10000` when it was not
@Json(naming = Json.Naming.LowerUnderscore)
record AlipayGrant(String code, String subCode, String userId, String openId) {
    /// As [AlipayTrade] names a payer: by the user id where there is one.
    List<PayerId> names(String appId) {
        var names = new ArrayList<PayerId>();
        if (userId != null && !userId.isBlank()) {
            names.add(new PayerId(AlipayTrade.USER_ID, userId));
        }
        if (openId != null && !openId.isBlank()) {
            names.add(new PayerId(appId, openId));
        }
        return names;
    }
}
