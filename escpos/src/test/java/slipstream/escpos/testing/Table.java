package slipstream.escpos.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Tables of tab-separated cells: references beside the project, and lists among the tests' resources.
public final class Table {
    private Table() {}

    /// The rows of `shared/<path>`, without its first line, which names the columns; skips the test when the
    /// table is not there.
    public static List<String[]> shared(String path) {
        Path file = Corpus.root().resolveSibling(path);
        assumeTrue(Files.exists(file), "There is no " + file + "; the test that reads it is left out.");
        try {
            return Files.readAllLines(file).stream().skip(1).map(Table::cells).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The rows of a resource beside `owner`; lines that begin with `#` and empty lines are no rows.
    public static List<String[]> resource(Class<?> owner, String name) {
        try (var in =
                new BufferedReader(new InputStreamReader(owner.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Table::cells)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static String[] cells(String line) {
        return line.split("\t", -1);
    }
}
