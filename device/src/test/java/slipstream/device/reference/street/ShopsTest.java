package slipstream.device.reference.street;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How the box does with receipts that were written down whole. The tables have been mended for them since: what
/// it made of them before is in the README.
/// `-Dstreet.tables=DIRECTORY` writes the whole tables.
class ShopsTest {
    private static final double LEAST_RECALL = 0.995;
    private static final double LEAST_KINDS = 0.98;
    private static final double LEAST_TIMES = 0.95;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "china.txt",
                "asia.txt",
                "west.txt",
                "again.txt",
                "third.txt",
                "fourth.txt",
                "fifth.txt",
                "sixth.txt",
                "seventh.txt",
                "eighth.txt",
                "ninth.txt",
                "tenth.txt",
                "eleventh.txt"
            })
    void receiptsOfManyShopsAreReadRight(String file) throws IOException {
        Marks marks = examined(Shops.jobs(file), "shops " + file);
        assertAll(
                () -> assertTrue(marks.recall() >= LEAST_RECALL, marks::examples),
                () -> assertEquals(0, marks.wrong(), marks::examples),
                () -> assertTrue(marks.kinds() >= LEAST_KINDS, marks::examples),
                () -> assertEquals(1, marks.currencies(), marks::examples),
                () -> assertTrue(marks.times() >= LEAST_TIMES, marks::examples));
    }

    private static Marks examined(List<Street.Job> jobs, String of) throws IOException {
        Marks marks = Examiner.of(jobs);
        String directory = System.getProperty("street.tables");
        if (directory != null) {
            Path table = Path.of(directory, of.replaceAll("\\W+", "-") + ".txt");
            Files.writeString(table, of + ": " + marks.table() + marks.examples());
            System.out.println(of + ": " + marks.summary() + "; see " + table);
        }
        return marks;
    }
}
