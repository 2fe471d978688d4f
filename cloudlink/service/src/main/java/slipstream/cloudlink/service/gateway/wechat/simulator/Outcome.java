package slipstream.cloudlink.service.gateway.wechat.simulator;

import io.vertx.core.json.JsonObject;

/// What becomes of a question that was signed as it should be.
sealed interface Outcome {
    record Fine(JsonObject json) implements Outcome {}

    record No(Refusal refusal) implements Outcome {}
}
