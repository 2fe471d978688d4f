package slipstream.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    /// On a small board.
    private static final int SLOW_START_S = 5;

    private static final Path UNITS = Program.PROJECT.resolve("deploy/package/systemd");

    @TempDir
    private Path directory;

    /// The units, with programs that this machine has.
    private final List<String> units = new ArrayList<>();

    @BeforeEach
    void copy() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "systemd-analyze is not installed");
        try (var files = Files.list(UNITS)) {
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

    @Test
    void aBoxThatDiesAgainAndAgainIsGoneRoundAndTriedAgain() throws IOException {
        String box = "slipstream.service";
        String bypass = setting(box, "OnFailure");
        runs(bypass, "ExecStart", "bypass on");
        runs(box, "ExecStartPost", "bypass off");
        runs(box, "ExecStopPost", "bypass after-stop");
        String timer = setting(bypass, "Wants");
        String retry = timer.replace(".timer", ".service");
        assertTrue(Files.exists(UNITS.resolve(timer)), timer);
        assertTrue(Files.readString(UNITS.resolve(retry)).contains("reset-failed slipstream.socket " + box));
        int deaths = Integer.parseInt(setting(box, "StartLimitBurst"));
        int within = Integer.parseInt(setting(box, "StartLimitIntervalSec"));
        int hang = Integer.parseInt(setting(box, "WatchdogSec"));
        assertTrue(
                deaths * (hang + SLOW_START_S) < within, "so many hangs must fall into the time they are counted in");
    }

    /// A setting of a unit that has it once.
    static String setting(String unit, String name) {
        try {
            return Files.readAllLines(UNITS.resolve(unit)).stream()
                    .filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(unit + " has no " + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a unit runs that verb of a script of the package.
    private static void runs(String unit, String setting, String command) throws IOException {
        String line = setting(unit, setting);
        assertTrue(line.endsWith("/package/bin/" + command), line);
        Path script = UNITS.resolveSibling("bin").resolve(command.substring(0, command.indexOf(' ')));
        assertTrue(Files.isExecutable(script), script.toString());
        assertTrue(Files.readString(script).contains("#   " + command + " "), command);
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
