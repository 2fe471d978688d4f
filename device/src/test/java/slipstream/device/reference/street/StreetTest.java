package slipstream.device.reference.street;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// How the box does on the street. `-Dstreet.seed=N` examines that seed instead of the standing ones, and
/// `-Dstreet.tables=DIRECTORY` writes the whole tables, with examples of what went wrong.
class StreetTest {
    private static final int JOBS = 500;
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L);

    private static final double LEAST_RECALL = 0.995;
    private static final int MOST_WRONG = 0;
    private static final int MOST_WRONG_WITHOUT_PAYMENT = 0;
    private static final double LEAST_KINDS = 0.98;
    private static final double LEAST_TOTALS = 0.98;
    private static final double LEAST_CURRENCIES = 0.99;
    private static final double LEAST_TIMES = 0.98;
    private static final double LEAST_UNSEEN_RECALL = 0.97;
    private static final double LEAST_UNSEEN_KINDS = 0.95;
    private static final double LEAST_ENCODED_RECALL = 0.96;
    private static final double LEAST_ENCODED_KINDS = 0.98;

    @Test
    void theStreetsReceiptsAreReadRight() throws IOException {
        List<Street.Job> jobs = new ArrayList<>();
        Long asked = Long.getLong("street.seed");
        List<Long> seeds = asked == null ? SEEDS : List.of(asked);
        seeds.forEach(seed -> jobs.addAll(Street.jobs(seed, Integer.getInteger("street.jobs", JOBS))));
        Marks marks = examined(jobs, "seeds " + seeds);
        assertAll(
                () -> assertTrue(marks.recall() >= LEAST_RECALL, marks::summary),
                () -> assertTrue(marks.wrong() <= MOST_WRONG, marks::examples),
                () -> assertTrue(marks.kinds() >= LEAST_KINDS, marks::summary),
                () -> assertTrue(marks.totals() >= LEAST_TOTALS, marks::summary),
                () -> assertTrue(marks.currencies() >= LEAST_CURRENCIES, marks::summary),
                () -> assertTrue(marks.times() >= LEAST_TIMES, marks::summary));
    }

    @Test
    void wordsThatNobodyTaughtLeadToNothingFalse() throws IOException {
        Marks marks = examined(Street.inUnseenWords(Long.getLong("street.seed", 5), JOBS), "unseen words");
        assertAll(
                () -> assertTrue(marks.recall() >= LEAST_UNSEEN_RECALL, marks::summary),
                () -> assertEquals(0, marks.wrong(), marks::examples),
                () -> assertTrue(marks.kinds() >= LEAST_UNSEEN_KINDS, marks::summary));
    }

    @Test
    void noReceiptWithoutAPaymentNamesOne() throws IOException {
        Marks marks = examined(Street.withoutPayment(Long.getLong("street.seed", 4), JOBS), "without payment");
        assertTrue(marks.wrong() <= MOST_WRONG_WITHOUT_PAYMENT, marks::examples);
    }

    @Test
    void receiptsOfOtherPeoplesEncodersAreReadRight() throws IOException {
        Marks marks = examined(Encoded.jobs(), "encoders");
        assertAll(
                () -> assertTrue(marks.recall() >= LEAST_ENCODED_RECALL, marks::examples),
                () -> assertEquals(0, marks.wrong(), marks::examples),
                () -> assertTrue(marks.kinds() >= LEAST_ENCODED_KINDS, marks::summary));
    }

    /// Writes receipts for `deploy/fixtures`: one sale of each of some languages.
    @Test
    @EnabledIfSystemProperty(named = "street.parts", matches = ".+")
    void partsForOtherEncoders() throws IOException {
        List<Object> jobs = Parts.of(Street.jobs(20, 400), Set.of("zh", "en", "ja", "ko", "de", "pt"));
        assertEquals(6, jobs.size());
        Files.writeString(
                Path.of(System.getProperty("street.parts")),
                jobs.stream().map(Jsonb.builder().build()::toJson).collect(joining(",\n", "[\n", "\n]\n")));
    }

    /// The marks, and the table where one is asked for.
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

    @Test
    void aSeedMakesTheSameJobsAgain() {
        List<Street.Job> first = Street.jobs(9, 50);
        List<Street.Job> again = Street.jobs(9, 50);
        for (int i = 0; i < first.size(); i++) {
            assertArrayEquals(first.get(i).bytes(), again.get(i).bytes());
            assertEquals(first.get(i).receipts().size(), again.get(i).receipts().size());
        }
    }
}
