package slipstream.cloudlink.protocol;

import io.avaje.json.JsonException;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;

/// One kind of message as JSON. Safe for any thread, and for any text: what is not such a message is a
/// [JsonException], never another fault.
///
/// @param <T> the message's record
public final class JsonMessage<T> {
    /// The parser descends once for each bracket; messages are flat.
    private static final int MOST_BRACKETS = 100;

    private static final Jsonb JSON = Jsonb.builder().serializeNulls(false).build();

    private final JsonType<T> type;

    private JsonMessage(JsonType<T> type) {
        this.type = type;
    }

    /// The JSON of the record `type`, whose adapter the module has been given by `@Json`.
    public static <T> JsonMessage<T> of(Class<T> type) {
        return new JsonMessage<>(JSON.type(type));
    }

    /// The message as JSON on one line; absent values are left out.
    public String write(T message) {
        return type.toJson(message);
    }

    /// The message in `bytes`, which are UTF-8.
    ///
    /// @throws JsonException when they are not that message
    public T read(byte[] bytes) {
        return read(new String(bytes, StandardCharsets.UTF_8));
    }

    /// The message that `text` is.
    ///
    /// @throws JsonException when it is not that message
    public T read(String text) {
        if (text.isBlank()) {
            throw new JsonException("the text is empty, expected JSON");
        }
        if (brackets(text) > MOST_BRACKETS) {
            throw new JsonException("more than " + MOST_BRACKETS + " brackets, expected a flat message");
        }
        try {
            T message = type.fromJson(text);
            if (message == null) {
                throw new JsonException("the text is null, expected an object");
            }
            return message;
        } catch (IndexOutOfBoundsException e) {
            throw new JsonException("the text breaks off, expected whole JSON");
        }
    }

    /// How many open brackets there are, but for those within texts.
    private static int brackets(String json) {
        int brackets = 0;
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (quoted && c == '\\') {
                i++;
            } else if (!quoted && (c == '{' || c == '[')) {
                brackets++;
            }
        }
        return brackets;
    }
}
