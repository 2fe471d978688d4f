package slipstream.device.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tomlj.Toml;

class PlacesTest {
    private static final Path DIRECTORY = Path.of("/etc/slipstream");

    @Test
    void whatIsConfiguredCountsFromTheFilesDirectory() {
        assertEquals(
                places("[store]\ndirectory = \"kept\"\n[control]\nsocket = \"/run/box\"", Map.of()),
                new Places(
                        Optional.of(Path.of("/etc/slipstream/kept")),
                        Optional.of(Path.of("/run/box")),
                        Optional.empty()));
    }

    @Test
    void otherwiseSystemdsRoomsAreTaken() {
        assertEquals(
                places("", Map.of("STATE_DIRECTORY", "/var/lib/a:/var/lib/b", "RUNTIME_DIRECTORY", "/run/slipstream")),
                new Places(
                        Optional.of(Path.of("/var/lib/a")),
                        Optional.of(Path.of("/run/slipstream/control")),
                        Optional.empty()));
    }

    @Test
    void otherwiseThereAreNone() {
        assertEquals(places("", Map.of()), new Places(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static Places places(String toml, Map<String, String> environment) {
        return Places.of(new Fields("box.toml", Toml.parse(toml)), DIRECTORY, environment::get);
    }
}
