package slipstream.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What systemd thinks of the units of `deploy/package`; skipped where it is missing.
@Timeout(120)
class UnitsTest {
    private static final double MOST_EXPOSED = 2.0;

    @TempDir
    private Path directory;

    /// The units, with programs that this machine has.
    private final List<String> units = new ArrayList<>();

    @BeforeEach
    void copy() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "systemd-analyze is not installed");
        try (var files = Files.list(Program.PROJECT.resolve("deploy/package/systemd"))) {
            for (Path unit : files.toList()) {
                Path copy = directory.resolve(unit.getFileName());
                Files.writeString(copy, Files.readString(unit).replaceAll("/opt/slipstream/[^ \\n]*", "/bin/true"));
                units.add(copy.toString());
            }
        }
        assertEquals(6, units.size());
    }

    @Test
    void systemdUnderstandsEveryLine() throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("systemd-analyze", "verify", "--man=no"));
        command.addAll(units);
        assertEquals("", run(command));
    }

    @Test
    void noneIsMoreExposedThanItHasToBe() throws IOException, InterruptedException {
        for (String unit : List.of("slipstream", "slipstream-bypass", "slipstream-transparent")) {
            String report = run(List.of(
                    "systemd-analyze",
                    "security",
                    "--offline=true",
                    "--no-pager",
                    directory.resolve(unit + ".service").toString()));
            Matcher level =
                    Pattern.compile("Overall exposure level for .*: ([0-9.]+) ").matcher(report);
            assertTrue(level.find(), report);
            assertTrue(Double.parseDouble(level.group(1)) <= MOST_EXPOSED, unit + ": " + level.group(1));
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
