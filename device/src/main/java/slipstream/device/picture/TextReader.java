package slipstream.device.picture;

import java.io.IOException;
import java.util.List;

/// Reads lines of text in pictures. Safe for any thread.
@FunctionalInterface
public interface TextReader extends AutoCloseable {
    /// Reads pages of one line each; may take as long as the reader's own bound allows.
    ///
    /// @return a text for each page, in order; empty where nothing can be read
    /// @throws IOException when there is no answer; the message is a sentence
    List<String> read(Model model, List<Page> pages) throws IOException;

    /// Stops what runs.
    @Override
    default void close() {}
}
