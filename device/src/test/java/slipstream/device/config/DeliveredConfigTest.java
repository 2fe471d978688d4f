package slipstream.device.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The configuration that the package brings: as it is, and with every setting in it that is commented out.
class DeliveredConfigTest {
    private static final Pattern SETTING = Pattern.compile("#((?:\\[|[a-z-]+ = ).*)");
    private static final Pattern KEY = Pattern.compile("([a-z-]+) = .*");

    @TempDir
    private Path directory;

    private List<String> lines;

    @BeforeEach
    void read() throws IOException {
        lines = Files.readAllLines(Path.of("../deploy/package/slipstream.toml"));
        Files.writeString(
                directory.resolve("till-1.toml"),
                "[[rule]]\nname = \"a\"\nscheme = \"b\"\nkind = \"c\"\nsymbol = true\nnumber = \"[0-9]{16}\"\n");
    }

    @Test
    void asDeliveredTheBoxCopiesFromTheSocketThatSystemdHolds() throws Exception {
        BoxConfig config = config(String.join("\n", lines));
        assertEquals("systemd:pos", config.lines().getFirst().bridge().listen().name());
        assertTrue(config.service().isEmpty());
        assertTrue(config.panel().isEmpty());
    }

    @Test
    void everySettingInItIsUnderstood() throws Exception {
        assertTrue(lines.stream().filter(SETTING.asMatchPredicate()).count() > 20);
        for (String listen : alternatives("listen")) {
            for (String address : alternatives("address")) {
                BoxConfig config = config(with(Map.of("listen", listen, "address", address)));
                assertTrue(config.service().isPresent());
                assertTrue(config.panel().orElseThrow().relay().isPresent());
            }
        }
    }

    @Test
    void whatIsShownAsDefaultIsTheDefault() throws Exception {
        BoxConfig bare = config(String.join("\n", lines));
        BoxConfig told =
                config(with(Map.of("listen", "listen = \"systemd:pos\"", "address", "address = \"192.168.1.50\"")));
        var one = bare.lines().getFirst().bridge();
        var other = told.lines().getFirst().bridge();
        assertEquals(one.budget(), other.budget());
        assertEquals(one.patience(), other.patience());
        assertEquals(one.profile().name(), other.profile().name());
        assertEquals(bare.lines().getFirst().claim(), told.lines().getFirst().claim());
        assertEquals(bare.logLevel(), told.logLevel());
    }

    /// The file with every setting switched on, and of those that are there more than once the chosen one.
    private String with(Map<String, String> chosen) {
        var text = new StringBuilder();
        var told = new LinkedHashMap<>(chosen);
        for (String line : lines) {
            Matcher commented = SETTING.matcher(line);
            String setting = commented.matches() ? commented.group(1) : line;
            Matcher key = KEY.matcher(setting);
            boolean alternative = key.matches() && chosen.containsKey(key.group(1));
            String said = alternative ? told.remove(key.group(1)) : setting;
            text.append(said == null ? "" : said).append('\n');
        }
        return text.toString();
    }

    private List<String> alternatives(String key) {
        return lines.stream()
                .map(line -> line.startsWith("#") ? line.substring(1) : line)
                .filter(line -> line.startsWith(key + " = "))
                .toList();
    }

    private BoxConfig config(String text) throws IOException, ConfigException {
        return BoxConfig.read(Files.writeString(directory.resolve("box.toml"), text));
    }
}
