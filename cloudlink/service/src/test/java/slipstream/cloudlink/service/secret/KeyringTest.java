package slipstream.cloudlink.service.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.service.town.Town;

class KeyringTest {
    @TempDir
    Path directory;

    @Test
    void theSameFileGivesTheSameHashes() throws Exception {
        var file = directory.resolve("keyring");
        var first = Keyring.open(file).payer("wechat", "wx1", "o1");
        assertEquals(first, Keyring.open(file).payer("wechat", "wx1", "o1"));
        assertNotEquals(first, Keyring.open(file).payer("wechat", "wx1", "o2"));
        assertNotEquals(first, Keyring.open(file).payer("wechat", "wx2", "o1"));
        assertNotEquals(first, Keyring.open(directory.resolve("other")).payer("wechat", "wx1", "o1"));
    }

    @Test
    void wordsDoNotRunIntoEachOther() throws Exception {
        var keyring = Keyring.open(directory.resolve("keyring"));
        assertNotEquals(keyring.payer("wechat", "wx1", "2o"), keyring.payer("wechat", "wx12", "o"));
        assertNotEquals(keyring.name("reference", "a", "b"), keyring.name("reference", "ab", ""));
    }

    @Test
    void theKeysAreNotShown() throws Exception {
        var file = directory.resolve("keyring");
        var shown = Keyring.open(file).toString();
        assertEquals("Keyring[1]", shown);
        Files.writeString(file, "1 c2hvcnQ=");
        var told = assertThrows(IOException.class, () -> Keyring.open(file));
        assertTrue(told.getMessage().endsWith("line 1: expected a version number and 32 bytes in base64"));
        assertFalse(told.getMessage().contains("c2hvcnQ"));
    }

    @Test
    void aNewKeyTakesTheMarksAlong() throws Exception {
        try (var town = new Town(directory)) {
            assertEquals(
                    "first-payment",
                    town.identify("coffee", town.pay("coffee", "rekeyed")).reason());
            var reprint = town.pay("coffee", "rekeyed");
            var link = town.identify("coffee", reprint);
            var file = town.configuration.data().resolve("keyring");
            var key = Base64.getEncoder().encodeToString(new byte[32]);
            var lines = List.of(Files.readString(file).strip(), "2 " + key);
            Files.write(file, lines);
            town.restart();
            assertEquals(link.url().substring(link.url().length() - 16), tail(town, reprint));
            assertEquals(
                    "marked",
                    town.identify("coffee", town.pay("coffee", "rekeyed")).reason());
            assertEquals(
                    "first-payment",
                    town.identify("coffee", town.pay("coffee", "unseen")).reason());
        }
    }

    private static String tail(Town town, String paid) {
        var url = town.identify("coffee", paid).url();
        return url.substring(url.length() - 16);
    }
}
