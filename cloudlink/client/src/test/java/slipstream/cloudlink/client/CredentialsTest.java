package slipstream.cloudlink.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
    @TempDir
    private Path directory;

    private Site site;

    @BeforeEach
    void lay() {
        site = new Site(directory);
    }

    private String refusal() {
        return assertThrows(CredentialsException.class, () -> Credentials.read(site.options(1)))
                .getMessage();
    }

    @Test
    void wholeFilesAreRead() throws Exception {
        var read = Credentials.read(site.options(1));
        assertEquals(site.box.keys().getPrivate(), read.key());
        assertEquals(List.of(site.box.certificate()), read.chain());
        assertEquals(List.of(site.authority.certificate()), read.authorities());
    }

    @Test
    void aChainIsReadLeafFirst() throws Exception {
        Files.writeString(site.certificate, Files.readString(site.certificate) + "\n" + Files.readString(site.ca));
        assertEquals(
                List.of(site.box.certificate(), site.authority.certificate()),
                Credentials.read(site.options(1)).chain());
    }

    @Test
    void aMissingFileIsNamed() throws Exception {
        Files.delete(site.key);
        assertEquals(site.key + " is missing, expected a PEM file", refusal());
    }

    @Test
    void aDirectoryIsNoKey() throws Exception {
        Files.delete(site.key);
        Files.createDirectory(site.key);
        assertEquals(site.key + " cannot be read (IOException), expected a PEM file", refusal());
    }

    @Test
    void aKeyInOpenSslsOldFormIsExplained() throws Exception {
        Files.writeString(site.key, Files.readString(site.key).replace("PRIVATE KEY", "EC PRIVATE KEY"));
        assertEquals(
                site.key + " holds no private key, expected PKCS#8 in PEM (BEGIN PRIVATE KEY), not encrypted",
                refusal());
    }

    @Test
    void aTruncatedKeyIsRefused() throws Exception {
        var encoded = site.box.keys().getPrivate().getEncoded();
        TestAuthority.write(site.key, "PRIVATE KEY", Arrays.copyOf(encoded, encoded.length / 2));
        assertEquals(site.key + " holds no readable key of kind EC, as our certificate expects", refusal());
    }

    @Test
    void anotherKeyOfTheSameKindIsNoticed() {
        var other = TestAuthority.newKeys("EC", 256);
        TestAuthority.write(site.key, "PRIVATE KEY", other.getPrivate().getEncoded());
        assertEquals(
                site.key + " is another key than the one " + site.certificate + " was made for, expected the pair",
                refusal());
    }

    @Test
    void anEmptyOrStrangeCertificateFileIsNamed() throws Exception {
        for (var content : List.of("", "hello", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")) {
            Files.writeString(site.ca, content);
            assertEquals(site.ca + " holds no readable certificate, expected X.509 in PEM", refusal());
        }
    }
}
