package slipstream.device.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process is killed at random moments and started again, `-Dslipstream.kills=N` times, by `-Dslipstream.seed=N`.
class PowerCutTest {
    private static final int KILLS = Integer.getInteger("slipstream.kills", 20);
    private static final long SEED = Long.getLong("slipstream.seed", 20261123);
    private static final int LONGEST_LIFE = 400;

    @TempDir
    private Path directory;

    private final Checker checker = new Checker();

    @Test
    @Timeout(3600)
    void noMessageIsLostOrChangedAndNoTokenPrintedTwice() throws IOException, InterruptedException {
        var random = new Random(SEED);
        for (int run = 0; run < KILLS; run++) {
            live(run, random.nextInt(LONGEST_LIFE), random.nextLong());
        }
        assertTrue(checker.printed.size() > KILLS, checker.printed.size() + " tokens were printed");
        assertTrue(checker.recovered > KILLS, checker.recovered + " messages were recovered");
        assertTrue(Files.notExists(directory.resolve("box.db.broken")));
    }

    /// @param lines after how many lines of output it is killed
    private void live(int run, int lines, long seed) throws IOException, InterruptedException {
        Process box = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.sqlite.tmpdir=" + directory,
                        "-cp",
                        classPath(),
                        StoredBox.class.getName(),
                        directory.toString(),
                        String.valueOf(run),
                        String.valueOf(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader output = box.inputReader()) {
            String line = output.readLine();
            while (line != null) {
                said.add(line);
                if (said.size() == lines || said.size() > lines && line.equals("began")) {
                    box.toHandle().destroyForcibly();
                }
                line = output.readLine();
            }
        } finally {
            box.destroyForcibly();
        }
        assertEquals(128 + 9, box.waitFor(), "it ended by itself");
        checker.check(said);
    }

    /// Of modules and tests alike.
    private static String classPath() {
        return Stream.of(
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path"),
                        Path.of("target", "classes").toAbsolutePath().toString(),
                        Path.of("target", "test-classes").toAbsolutePath().toString())
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// Compares what each life says with the lives before.
    private static final class Checker {
        /// Known to be on the disk, by id.
        private final Set<String> kept = new HashSet<>();

        /// May or may not be on the disk.
        private final Set<String> uncertain = new HashSet<>();

        private final Set<String> printed = new HashSet<>();
        private int recovered;

        void check(List<String> said) {
            if (!said.contains("began")) {
                return;
            }
            Map<String, String> left = new HashMap<>();
            List<String> fresh = new ArrayList<>();
            List<String> told = new ArrayList<>();
            boolean began = false;
            for (String line : said) {
                String[] words = line.split(" ", 3);
                switch (words[0]) {
                    case "left" -> left.put(words[1], words[2]);
                    case "began" -> {
                        began(left);
                        began = true;
                    }
                    case "keeping" -> fresh.add(words[1]);
                    case "told" -> told.add(words[1]);
                    case "kept" -> {
                        kept.addAll(fresh);
                        told.forEach(kept::remove);
                        fresh.clear();
                        told.clear();
                    }
                    case "printed" ->
                        assertTrue(words.length > 1 && printed.add(words[1]), () -> line + " for the second time");
                    default -> {}
                }
            }
            assertTrue(began);
            uncertain.addAll(fresh);
            told.forEach(id -> {
                kept.remove(id);
                uncertain.add(id);
            });
        }

        private void began(Map<String, String> left) {
            kept.forEach(id -> assertTrue(left.containsKey(id), () -> id + " is lost"));
            left.forEach((id, payload) -> {
                assertTrue(kept.contains(id) || uncertain.contains(id), () -> id + " was told already");
                int number = Integer.parseInt(id.substring(1));
                assertEquals(BoxStoreTest.message(number).message().payload(), payload);
            });
            recovered += left.size();
            kept.addAll(left.keySet());
            uncertain.clear();
        }
    }
}
