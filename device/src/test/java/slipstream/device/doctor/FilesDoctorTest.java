package slipstream.device.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import slipstream.device.doctor.Finding.State;

/// What can be wrong with the files of a box.
@Timeout(60)
class FilesDoctorTest extends Examination {
    @Test
    void aMistakeInTheConfigurationIsToldWithItsKeyAndLine() throws Exception {
        profile = "tmt20";
        examine();
        assertTold(
                State.BROKEN,
                "configuration",
                "box.toml, line 5: \"profile\" in [printer]: There is no printer profile \"tmt20\"; was \"tm-t20\" meant?",
                "mend " + directory.resolve("box.toml") + ", then run this again: the rest needs it.");
        assertEquals(State.OK, of("pictures").state());
    }

    @Test
    void rulesThatCannotBeReadAreTold() throws Exception {
        Files.writeString(directory.resolve("till.toml"), "[[rule]]\nname = 3\n");
        more = "rules = \"till.toml\"";
        examine();
        Finding finding = of("learned rules");
        assertEquals(State.BROKEN, finding.state());
        assertTrue(finding.sentence().startsWith("till.toml, line 2: "), finding.sentence());
    }

    @Test
    void aMissingFileIsTold() throws Exception {
        Files.delete(directory.resolve("device.key"));
        examine();
        assertTold(
                State.BROKEN,
                "certificate",
                directory.resolve("device.key") + " is missing, expected a PEM file.",
                "copy device.key, device.crt and ca.crt here again as device add wrote them.");
        assertTold(State.LOOK, "service", "It was not asked.", "mend what is broken above, then run this again.");
    }

    @Test
    void aFileThatThisUserMayNotReadIsTold() throws Exception {
        Path key = directory.resolve("device.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(key), "root may read every file");
        examine();
        assertEquals(
                "The user " + System.getProperty("user.name") + " may not read " + key + ".",
                of("certificate").sentence());
    }

    @Test
    void aKeyThatAllMayReadIsTold() throws Exception {
        Path key = directory.resolve("device.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        examine();
        assertTold(
                State.LOOK,
                "certificate",
                "Every user of this machine may read " + key + ", which is this box's secret.",
                "chmod 600 " + key);
    }

    @Test
    void anExpiredCertificateOfTheBoxIsTold() throws Exception {
        clock = Clock.fixed(farAway.plusSeconds(1), ZoneOffset.UTC);
        authority = new Authority(yesterday, farAway.plus(Duration.ofDays(9)));
        authority.write(directory, authority.issue("box", yesterday, farAway));
        examine();
        Finding finding = of("certificate");
        assertEquals(State.BROKEN, finding.state());
        assertEquals(
                directory.resolve("device.crt") + " expired on "
                        + farAway.toString().substring(0, 10) + ", by this box's clock.",
                finding.sentence());
    }

    @Test
    void aCertificateThatExpiresSoonIsTold() throws Exception {
        authority.write(directory, authority.issue("box", yesterday, tomorrow.plusSeconds(60)));
        examine();
        Finding finding = of("certificate");
        assertEquals(State.LOOK, finding.state());
        assertTrue(finding.sentence().contains(" is good for 1 day, until "), finding.sentence());
    }
}
