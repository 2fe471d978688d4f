package slipstream.device.reference.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The tables beside a package's classes: a row a line, cells parted by tabs, entries of a cell by `|`.
public final class Table {
    private Table() {}

    /// The rows of `name`, a resource beside `owner`, without comments.
    public static List<List<String>> rows(Class<?> owner, String name) {
        try (var in =
                new BufferedReader(new InputStreamReader(owner.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /// The entries of a cell; none where it says `-`.
    public static Stream<String> entries(String cell) {
        return cell.equals("-") ? Stream.empty() : Arrays.stream(cell.split("\\|"));
    }
}
