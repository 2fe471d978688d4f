package slipstream.device.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import slipstream.device.config.BoxConfig;
import slipstream.device.config.ConfigException;
import slipstream.device.doctor.Finding.State;

/// A box whose links are examined; each test breaks one of them.
abstract class Examination {
    static final String UNASKED = """
            {"code":"bad-request","message":"'reference' is missing, an object with scheme, kind and value was expected"}""";
    private static final String PLACES = "[control]\nsocket = \"control\"\n[store]\ndirectory = \"kept\"\n";
    static final String LANGUAGES = "printf 'chi_sim\\neng\\ndeu\\n'";

    final Instant now = Instant.now();
    final Instant tomorrow = now.plus(Duration.ofDays(1));
    final Instant yesterday = now.minus(Duration.ofDays(1));
    final Instant farAway = now.plus(Duration.ofDays(365)).plusSeconds(60);
    final List<Finding> findings = new ArrayList<>();

    @TempDir
    Path directory;

    Authority authority;
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    String tesseract;
    String address = "127.0.0.1";
    int pos;
    String printer = "127.0.0.1:1";
    String profile = "generic-80mm";
    String service = "https://127.0.0.1:1";
    String more = "";
    String panel = "";

    /// Where POS come from, when not from the network.
    String place;

    @BeforeEach
    void settle() throws Exception {
        authority = new Authority(yesterday, farAway);
        authority.write(directory, authority.issue("box", yesterday, farAway));
        Files.setPosixFilePermissions(directory.resolve("device.key"), PosixFilePermissions.fromString("rw-------"));
        tesseract = tesseract(LANGUAGES);
    }

    FramedService serving(Authority by, int status, String body) throws Exception {
        return new FramedService(authority, by.issue("service", yesterday, farAway), "h2", status, body);
    }

    String tesseract(String languages) throws IOException {
        Path program = Files.writeString(
                directory.resolve("tesseract"),
                "#!/bin/sh\nif [ \"$1\" = --version ]; then echo tesseract 5.9; else " + languages + "; fi\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program.toString();
    }

    BoxConfig config(String at) throws Exception {
        printer = at;
        return BoxConfig.read(file());
    }

    void examine() throws Exception {
        var doctor = new Doctor(findings::add, clock, tesseract, new Machine(directory.resolve("root")));
        Path file = file();
        try {
            doctor.examine(file, BoxConfig.read(file));
        } catch (ConfigException e) {
            doctor.examine(file, e.errors());
        }
    }

    Path file() throws IOException {
        String asked = service.isEmpty()
                ? ""
                : "[service]\nurl = \"" + service
                        + "\"\nkey = \"device.key\"\ncertificate = \"device.crt\"\nca = \"ca.crt\"\n";
        return Files.writeString(
                directory.resolve("box.toml"),
                "[pos]\nlisten = \"%s\"\n[printer]\naddress = \"%s\"\nprofile = \"%s\"\n%s[till]\n%s\n%s"
                        .formatted(
                                place == null ? address + ":" + pos : place,
                                printer,
                                profile,
                                asked,
                                more,
                                PLACES + panel));
    }

    Finding of(String link) {
        return findings.stream()
                .filter(finding -> finding.link().equals(link))
                .findFirst()
                .orElseThrow();
    }

    void assertTold(State state, String link, String sentence, String next) {
        assertEquals(new Finding(link, state, sentence, next), of(link));
    }
}
