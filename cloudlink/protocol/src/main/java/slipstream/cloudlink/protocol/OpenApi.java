package slipstream.cloudlink.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The document that describes everything the service answers.
public final class OpenApi {
    private static final String NAME = "openapi.yaml";

    private OpenApi() {}

    /// OpenAPI 3.1, YAML.
    public static String document() {
        try (var in = Objects.requireNonNull(OpenApi.class.getResourceAsStream(NAME), NAME)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
