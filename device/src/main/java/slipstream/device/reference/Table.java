package slipstream.device.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The tables beside this package: a row a line, cells parted by tabs.
final class Table {
    private Table() {}

    /// The rows of `name`, without comments.
    static List<List<String>> rows(String name) {
        try (var in = new BufferedReader(
                new InputStreamReader(Table.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
