package slipstream.cloudlink.service.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final String TEXT = "-----BEGIN PRIVATE KEY----- 密";

    @TempDir
    Path directory;

    @Test
    void whatIsSealedOpensForTheSameWordsOnly() throws Exception {
        var vault = vault(1);
        var sealed = vault.seal(TEXT, "coffee", "wechat");
        assertEquals(TEXT, vault.open(sealed, "coffee", "wechat"));
        for (var words : new String[][] {{"tea", "wechat"}, {"coffee", "alipay"}, {"coffeewechat"}, {}}) {
            assertThrows(IOException.class, () -> vault.open(sealed, words));
        }
    }

    @Test
    void theSameTextSealedTwiceLooksDifferent() {
        assertNotEquals(vault(1).seal(TEXT, "coffee"), vault(1).seal(TEXT, "coffee"));
    }

    @Test
    void nothingOfTheTextShows() {
        var bytes = Base64.getDecoder().decode(vault(1).seal("openly", "coffee"));
        assertFalse(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).contains("openly"));
    }

    @Test
    void anyChangedByteIsNoticed() {
        var sealed = Base64.getDecoder().decode(vault(1).seal("x", "coffee"));
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            var text = Base64.getEncoder().encodeToString(changed);
            assertThrows(IOException.class, () -> vault(1).open(text, "coffee"), "byte " + i);
        }
    }

    @Test
    void rubbishIsRefusedInOneSentence() {
        for (var rubbish : new String[] {"", "AQ==", "not base64!", "A".repeat(400)}) {
            var refused = assertThrows(IOException.class, () -> vault(1).open(rubbish, "coffee"));
            assertEquals("sealed for something else, or with another master key", refused.getMessage());
        }
    }

    @Test
    void renewedItOpensWithTheNewMasterKeyAlone() throws Exception {
        var sealed = vault(1).seal(TEXT, "coffee");
        var both = vault(1, 2);
        assertEquals(TEXT, both.open(sealed, "coffee"));
        var renewed = both.renew(sealed, "coffee");
        assertEquals(TEXT, vault(2).open(renewed, "coffee"));
        assertThrows(IOException.class, () -> vault(1).open(renewed, "coffee"));
        assertThrows(IOException.class, () -> both.renew(sealed, "tea"));
    }

    @Test
    void theMasterKeyIsMadeOnceForItsOwnerOnly() throws Exception {
        var file = directory.resolve("master-key");
        var sealed = Vault.open(file, Map.of()).seal(TEXT, "coffee");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(TEXT, Vault.open(file, Map.of()).open(sealed, "coffee"));
    }

    @Test
    void theEnvironmentGoesBeforeTheFile() throws Exception {
        var key = Base64.getEncoder().encodeToString(new byte[32]);
        var given = Map.of(Vault.ENVIRONMENT, "1 " + key + "; 2 " + key);
        var file = directory.resolve("master-key");
        var sealed = Vault.open(file, given).seal(TEXT, "coffee");
        assertFalse(Files.exists(file));
        assertEquals(TEXT, Vault.open(file, given).open(sealed, "coffee"));
        var wrong = assertThrows(IOException.class, () -> Vault.open(file, Map.of(Vault.ENVIRONMENT, "1 c2hvcnQ=")));
        assertEquals(
                "the environment's SLIPSTREAM_MASTER_KEY line 1: expected a version number and 32 bytes in base64",
                wrong.getMessage());
    }

    /// A vault whose keys are known by their version.
    private static Vault vault(int... versions) {
        var keys = new TreeMap<Integer, byte[]>();
        for (int version : versions) {
            var key = new byte[32];
            key[0] = (byte) version;
            keys.put(version, key);
        }
        return new Vault(keys);
    }
}
