package slipstream.cloudlink.service.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
    @TempDir
    Path directory;

    @Test
    void everyKeyIsRead() throws Exception {
        var read = Configuration.read(file("""
                        [data]
                        directory = "state"
                        [api]
                        listen = "[::1]:8443"
                        names = ["cloud.example", "10.0.0.7"]
                        [public]
                        listen = "127.0.0.1:0"
                        url = "https://c.example"
                        [claim]
                        link-days = 7
                        zone = "Europe/Berlin"
                        [gateway]
                        timeout-ms = 1500
                        """));
        assertEquals(directory.resolve("state"), read.data());
        assertEquals(
                "jdbc:sqlite:" + directory.resolve("state/slipstream.db"),
                read.database().url());
        assertEquals(new Listen("::1", 8443), read.api());
        assertEquals("[::1]:8443", read.api().toString());
        assertEquals(List.of("cloud.example", "10.0.0.7"), read.names());
        assertEquals(Optional.of(URI.create("https://c.example")), read.publicUrl());
        assertEquals(Duration.ofDays(7), read.linkLife());
        assertEquals("Europe/Berlin", read.zone().getId());
        assertEquals(Duration.ofMillis(1500), read.gatewayTimeout());
    }

    @Test
    void anEmptyFileMeansTheDefaults() throws Exception {
        var read = Configuration.read(file(""));
        assertEquals(8443, read.api().port());
        assertEquals(Optional.empty(), read.publicUrl());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'[api]\nlisen = \"1:2\"'                     | 'line 2: unknown key ''api.lisen'', expected one of api.listen, '",
                "'[api]\nlisten = 8443'                       | 'line 2: api.listen is 8443, expected a text in quotes'",
                "'\n[public]\nlisten = \"8080\"'              | 'line 3: public.listen is ''8080'', expected an address and a port, '",
                "'[public]\nlisten = \"a:99999\"'             | 'line 2: public.listen is ''a:99999'', expected an address and a port, '",
                "'[public]\nurl = \"c.example\"'              | 'line 2: public.url is ''c.example'', expected an address such as '",
                "'[public]\nurl = \"https://c.example/~a\"'   | 'line 2: public.url is ''https://c.example/~a'', expected only letters, '",
                "'[claim]\nlink-days = 0'                     | 'line 2: claim.link-days is 0, expected a whole number from 1 to 365'",
                "'[claim]\nlink-days = \"x\"'                 | 'line 2: claim.link-days is ''x'', expected a whole number from 1 to 365'",
                "'[claim]\nzone = \"Mars\"'                   | 'line 2: claim.zone is ''Mars'', expected a time zone, '",
                "'[api]\nnames = \"a\"'                       | 'line 2: api.names is ''a'', expected texts in brackets, '",
                "'[api]\nnames = [1]'                         | 'line 2: api.names is '",
                "'[api\n'                                     | 'line 1: '",
            })
    void aMistakeIsOneSentenceWithLineAndKey(String content, String says) throws Exception {
        var file = file(content);
        var told = assertThrows(ConfigurationException.class, () -> Configuration.read(file));
        var expected = file + " " + says;
        assertEquals(
                expected,
                told.getMessage()
                        .substring(
                                0, Math.min(expected.length(), told.getMessage().length())));
        assertEquals(1, told.getMessage().lines().count());
    }

    @Test
    void aMissingFileIsToldByName() {
        var told = assertThrows(ConfigurationException.class, () -> Configuration.read(directory.resolve("none.toml")));
        assertEquals(directory.resolve("none.toml") + ": no such file, or it cannot be read", told.getMessage());
    }

    private Path file(String content) throws Exception {
        return Files.writeString(directory.resolve("service.toml"), content);
    }
}
