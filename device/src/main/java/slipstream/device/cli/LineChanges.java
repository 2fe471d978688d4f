package slipstream.device.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import slipstream.device.config.LineConfig;

/// What has to be done to the lines of a box so that they become those of another configuration.
///
/// A line is known again by its name, or else by the place where its POS come in.
final class LineChanges {
    private final Map<Line, LineConfig> changed = new LinkedHashMap<>();
    private final List<LineConfig> added = new ArrayList<>();
    private final List<Line> gone;
    private int unchanged;

    LineChanges(List<Line> lines, List<LineConfig> next) {
        gone = new ArrayList<>(lines);
        List<LineConfig> unnamed = new ArrayList<>();
        next.forEach(config ->
                find(config, false).ifPresentOrElse(line -> compare(line, config), () -> unnamed.add(config)));
        unnamed.forEach(
                config -> find(config, true).ifPresentOrElse(line -> compare(line, config), () -> added.add(config)));
    }

    /// Lines that are to become otherwise, and how.
    Map<Line, LineConfig> changed() {
        return changed;
    }

    /// Lines that are new.
    List<LineConfig> added() {
        return added;
    }

    /// Lines that are to be no more.
    List<Line> gone() {
        return gone;
    }

    private Optional<Line> find(LineConfig config, boolean byPlace) {
        return gone.stream()
                .filter(line -> byPlace
                        ? line.config().sharesPlace(config)
                        : line.name().equals(config.name()))
                .findFirst();
    }

    private void compare(Line line, LineConfig config) {
        gone.remove(line);
        if (line.config().equals(config)) {
            unchanged++;
        } else {
            changed.put(line, config);
        }
    }

    /// What changes, as one line of a log says it.
    @Override
    public String toString() {
        var said = new StringJoiner(", ");
        changed.values().forEach(line -> said.add("line " + line.name() + " changed"));
        added.forEach(line -> said.add("line " + line.name() + " is new"));
        gone.forEach(line -> said.add("line " + line.name() + " is no more"));
        return said.add(unchanged + " as before").toString();
    }
}
