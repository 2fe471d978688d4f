package slipstream.cloudlink.service.gateway.wechat.simulator;

import io.vertx.core.json.JsonObject;

/// An answer of the platform that refuses: HTTP status, its code and sentence, and the error number that
/// ends the `Request-Id` header.
record Refusal(int status, String code, String message, JsonObject detail, long number) {
    static final long SIGNATURE = 268443699L;
    static final long ORDER_ABSENT = 268512771L;
    static final long OTHER_MERCHANT = 268447843L;
    static final long PARAMETER = 268435457L;

    static Refusal signature(String message) {
        return new Refusal(401, "SIGN_ERROR", message, null, SIGNATURE);
    }

    static Refusal signatureMismatch(String method, String url, String signed) {
        var detail = new JsonObject()
                .put("detail", new JsonObject().put("issue", "sign not match"))
                .put("field", "signature")
                .put("location", "authorization")
                .put(
                        "sign_information",
                        new JsonObject()
                                .put("method", method)
                                .put("sign_message_length", signed.length())
                                .put("truncated_sign_message", signed.substring(0, Math.min(100, signed.length())))
                                .put("url", url));
        return new Refusal(401, "SIGN_ERROR", "错误的签名，验签失败", detail, SIGNATURE);
    }

    static Refusal parameter(String message) {
        return new Refusal(400, "PARAM_ERROR", message, null, PARAMETER);
    }

    static Refusal applicationUnbound() {
        return new Refusal(400, "APPID_MCHID_NOT_MATCH", "appid和mch_id不匹配，请检查后再试", null, 268445527L);
    }

    static Refusal noRelation() {
        return new Refusal(403, "NO_AUTH", "服务商与子商户没有受理关系", null, 268443701L);
    }

    static Refusal numberUsed() {
        return new Refusal(403, "OUT_TRADE_NO_USED", "商户订单号重复", null, 0);
    }

    static Refusal absent() {
        return new Refusal(404, "ORDER_NOT_EXIST", "订单不存在", null, ORDER_ABSENT);
    }

    static Refusal otherMerchant() {
        return new Refusal(400, "INVALID_REQUEST", "商户号mchid与订单号不匹配", null, OTHER_MERCHANT);
    }

    static Refusal otherSubMerchant() {
        return new Refusal(400, "INVALID_REQUEST", "子商户号sub_mchid与订单号不匹配", null, 268447845L);
    }

    static Refusal absentRefund() {
        return new Refusal(404, "RESOURCE_NOT_EXISTS", "退款单不存在", null, 268512772L);
    }

    static Refusal tooFrequent() {
        return new Refusal(429, "FREQUENCY_LIMITED", "请求过于频繁", null, 268447840L);
    }

    static Refusal systemError() {
        return new Refusal(500, "SYSTEM_ERROR", "系统异常，请用相同参数重新调用", null, 268435461L);
    }

    JsonObject json() {
        var json = new JsonObject().put("code", code).put("message", message);
        return detail == null ? json : json.put("detail", detail);
    }
}
