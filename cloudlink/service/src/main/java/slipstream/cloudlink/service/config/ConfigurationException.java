package slipstream.cloudlink.service.config;

import java.io.IOException;

/// A configuration that cannot be used. The message is one sentence: file, line, key, what was expected.
public final class ConfigurationException extends IOException {
    private static final long serialVersionUID = 1;

    public ConfigurationException(String message) {
        super(message);
    }
}
