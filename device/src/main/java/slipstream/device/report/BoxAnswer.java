package slipstream.device.report;

import io.avaje.jsonb.Json;
import java.util.List;

/// What the box answers.
///
/// @param errors why it was not done, a sentence each; null when it was
/// @param status how it does; null when something else was asked
/// @param said what was done, in a sentence; null when there is nothing to say
@Json
public record BoxAnswer(List<String> errors, Status status, String said) {
    /// It was done.
    public static final BoxAnswer DONE = new BoxAnswer(null, null, null);

    /// It was not done.
    public static BoxAnswer refused(String sentence) {
        return new BoxAnswer(List.of(sentence), null, null);
    }

    /// It was done, and this is to be said of it.
    public static BoxAnswer done(String sentence) {
        return new BoxAnswer(null, null, sentence);
    }
}
