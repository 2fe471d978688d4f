package slipstream.device.report;

import io.avaje.jsonb.Json;
import java.util.List;

/// What the box answers.
///
/// @param errors why it was not done, a sentence each; null when it was
/// @param status how it does; null when something else was asked
@Json
public record BoxAnswer(List<String> errors, Status status) {
    /// It was done.
    public static final BoxAnswer DONE = new BoxAnswer(null, null);

    /// It was not done.
    public static BoxAnswer refused(String sentence) {
        return new BoxAnswer(List.of(sentence), null);
    }
}
