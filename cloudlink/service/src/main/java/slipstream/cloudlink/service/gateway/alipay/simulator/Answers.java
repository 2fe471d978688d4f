package slipstream.cloudlink.service.gateway.alipay.simulator;

import io.vertx.core.json.JsonObject;

/// The platform's refusals.
final class Answers {
    private Answers() {}

    static JsonObject of(String code, String message, String subCode, String subMessage) {
        return new JsonObject()
                .put("code", code)
                .put("msg", message)
                .put("sub_code", subCode)
                .put("sub_msg", subMessage);
    }

    /// The question is not as it should be.
    static JsonObject invalid(String subCode, String subMessage) {
        return of("40002", "Invalid Arguments", subCode, subMessage);
    }

    /// The question is, but the business fails.
    static JsonObject failed(String subCode, String subMessage) {
        return of("40004", "Business Failed", subCode, subMessage);
    }
}
