package slipstream.device.cli;

import java.io.IOException;
import java.nio.file.Path;
import slipstream.device.learn.Lesson;
import slipstream.device.learn.TaughtRule;
import slipstream.device.learn.TillRules;

/// Where a learned rule goes.
///
/// @param screen shows it
/// @param file the till's rules; null to show the rule only
/// @param known what the file holds
record LearnTarget(LearnScreen screen, Path file, TillRules known) {

    /// Writes what was learned.
    ///
    /// @param name who moved the money and which number, the rule's name
    void write(Lesson lesson, String name) throws IOException {
        TaughtRule taught = lesson.taught(name);
        if (file == null) {
            screen.toml(known.with(taught));
            return;
        }
        TillRules all = known.with(taught);
        all.write(file);
        screen.written(file, all, taught);
    }
}
