package slipstream.cloudlink.service.gateway.client;

import java.io.IOException;

/// Why a platform could not be asked, in one sentence.
public final class Trouble extends IOException {
    private static final long serialVersionUID = 1;

    public Trouble(String sentence) {
        super(sentence);
    }

    Trouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
