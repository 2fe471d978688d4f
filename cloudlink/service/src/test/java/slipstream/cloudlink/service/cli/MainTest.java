package slipstream.cloudlink.service.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.wechat.simulator.WeChatPaySimulator;
import slipstream.cloudlink.service.tls.Pem;

/// The command line: what it prints, and its exit codes.
class MainTest {
    @TempDir
    Path directory;

    private String config;

    @BeforeEach
    void configure() throws Exception {
        config = Files.writeString(directory.resolve("service.toml"), "").toString();
    }

    @Test
    void merchantsItemsAndBoxesAreAddedAndListed() {
        assertEquals(
                new Outcome(0, "merchant coffee added\n", ""),
                run("merchant", "add", "--id", "coffee", "--name", "山间咖啡", "--group", "drinks"));
        assertEquals("coffee\t山间咖啡\tmain\tdrinks\t-\tcopies off\n", run("merchant", "list").out);
        var item = run("item", "add", "--merchant", "coffee", "--title", "半价", "--valid-days", "7");
        assertEquals(item.out.strip() + "\tcoffee\t半价\t7 days\t-\toffered\n", run("item", "list").out);
        var out = directory.resolve("box");
        var box = run("device", "add", "--merchant", "coffee", "--name", "till 1", "--out", out.toString());
        assertEquals(0, box.code, box.err);
        assertEquals(box.out.strip() + "\tcoffee\ttill 1\tin use\n", run("device", "list").out);
        assertEquals(0, run("device", "revoke", box.out.strip()).code);
        assertTrue(run("device", "list").out.contains("\trevoked "));
        assertEquals(1, run("device", "revoke", box.out.strip()).code);
    }

    @Test
    void copiesOfReceiptsAreSwitchedOnAndOff() {
        run("merchant", "add", "--id", "coffee", "--name", "c", "--address", "here");
        assertEquals(
                new Outcome(0, "merchant coffee: copies of receipts are on\n", ""),
                run("merchant", "copies", "--id", "coffee", "on"));
        assertEquals(0, run("merchant", "copies", "--id", "coffee", "off").code);
        assertEquals(2, run("merchant", "copies", "--id", "coffee", "maybe").code);
        assertOneSentence("there is no merchant 'tea'", run("merchant", "copies", "--id", "tea", "on"));
    }

    @Test
    void staffAreLetInListedAndRevoked() throws Exception {
        Files.writeString(directory.resolve("service.toml"), "[public]\nurl = \"https://c.example/\"\n");
        run("merchant", "add", "--id", "coffee", "--name", "c");
        var added = run("staff", "add", "--merchant", "coffee", "--name", "柜台一");
        assertTrue(
                added.out.matches("id\t\\S{36}\nlink\thttps://c\\.example/staff/in/[0-9A-Z]{16}\npin\t[0-9]{6}\n"),
                added.out);
        var id = added.out.lines().findFirst().orElseThrow().substring(3);
        assertEquals(id + "\tcoffee\t柜台一\tin use\n", run("staff", "list").out);
        assertEquals(new Outcome(0, "staff " + id + " revoked\n", ""), run("staff", "revoke", id));
        assertTrue(run("staff", "list").out.contains("\trevoked "));
        assertOneSentence("there is no staff", run("staff", "revoke", id));
        assertOneSentence("there is no merchant 'tea'", run("staff", "add", "--merchant", "tea", "--name", "x"));
        assertOneSentence("expected 1 to 40", run("staff", "add", "--merchant", "coffee", "--name", " "));
    }

    @Test
    void usersAreAddedListedResetAndRemoved() {
        run("merchant", "add", "--id", "coffee", "--name", "c");
        assertTrue(run("user", "add", "anna").out.matches("[a-z2-7]{4}(-[a-z2-7]{4}){3}\n"), "a first password");
        assertEquals(0, run("user", "add", "shu", "--role", "merchant", "--merchant", "coffee").code);
        assertEquals(
                "anna\toperator\tmain\t-\tnot set up yet\nshu\tmerchant\tmain\tcoffee\tnot set up yet\n",
                run("user", "list").out);
        assertTrue(run("user", "reset", "anna").out.matches("[a-z2-7-]{19}\n"));
        assertTrue(run("user", "token", "anna", "--label", "l").out.startsWith("slipstream_"));
        assertEquals(new Outcome(0, "user shu removed\n", ""), run("user", "remove", "shu"));
        assertOneSentence("there is no user 'shu'", run("user", "remove", "shu"));
        assertOneSentence("user 'anna' exists already", run("user", "add", "anna"));
        assertOneSentence(
                "there is no merchant 'tea'", run("user", "add", "x", "--role", "merchant", "--merchant", "tea"));
        assertOneSentence("expected 1 to 32 lower-case letters", run("user", "add", "A B"));
        assertOneSentence("expected operator or merchant", run("user", "add", "x", "--role", "king"));
        assertEquals(2, run("user", "add", "x", "--role", "merchant").code);
        assertOneSentence("expected 1 to 730", run("user", "token", "anna", "--label", "l", "--days", "0"));
    }

    @Test
    void figuresAreToldInLines() {
        run("merchant", "add", "--id", "coffee", "--name", "c");
        var told = run("figures", "--days", "7");
        assertEquals(0, told.code, told.err);
        assertEquals(
                "receipts\t0\nreferences\t0\nidentified\t0\nmarked\t0\nlinked\t0\nprinted\t0\nscanned\t0\n"
                        + "claimed\t0\nredeemed\t0\nlate\t0\n",
                told.out);
        assertOneSentence("there is no merchant 'tea'", run("figures", "--merchant", "tea"));
        assertEquals(2, run("figures", "--days", "0").code);
        assertTrue(run("device", "invite", "--merchant", "coffee", "--name", "till")
                .out
                .matches("[a-z2-7-]{19}\n"));
    }

    @Test
    void campaignsAreCheckedAddedShownAndStopped() throws Exception {
        run("merchant", "add", "--id", "coffee", "--name", "c");
        var text = "id = \"autumn\"\nmerchants = [\"coffee\"]\n";
        var file = Files.writeString(directory.resolve("autumn.toml"), text).toString();
        assertEquals(0, Main.run("campaign", "check", file));
        assertEquals(new Outcome(0, "campaign autumn added\n", ""), run("campaign", "add", file));
        assertEquals(1, run("campaign", "add", file).code);
        assertEquals("autumn\tmain\tcoffee\tin force\n", run("campaign", "list").out);
        assertEquals(text, run("campaign", "show", "autumn").out);
        assertEquals(new Outcome(0, "campaign autumn stopped\n", ""), run("campaign", "stop", "autumn"));
        assertEquals(1, run("campaign", "stop", "autumn").code);
        assertTrue(run("campaign", "list").out.startsWith("autumn\tmain\tcoffee\tstopped "));
    }

    @Test
    void aCampaignOfStrangersIsRefused() throws Exception {
        run("merchant", "add", "--id", "coffee", "--name", "c", "--circle", "north");
        assertRefused("there is no merchant 'tea'", "id = \"a\"\nmerchants = [\"tea\"]");
        assertRefused("merchant 'coffee' is not in circle 'main'", "id = \"a\"\nmerchants = [\"coffee\"]");
        assertRefused("there is no item 'i'", "id = \"a\"\nitems = [\"i\"]");
        assertRefused("campaign 'standing' exists already", "id = \"standing\"");
        assertRefused("unknown key 'colour'", "id = \"a\"\ncolour = \"red\"");
    }

    private void assertRefused(String says, String text) throws Exception {
        var file = Files.writeString(directory.resolve("refused.toml"), text);
        var refused = run("campaign", "add", file.toString());
        assertTrue(refused.code != 0);
        assertOneSentence(says, refused);
    }

    @Test
    void aBackupIsRestoredIntoAnEmptyDatabaseOfTheSameKeyring() throws Exception {
        run("merchant", "add", "--id", "coffee", "--name", "c");
        run("item", "add", "--merchant", "coffee", "--title", "t", "--stock", "5");
        var file = directory.resolve("backup.gz");
        var written = run("backup", "--out", file.toString());
        assertEquals(new Outcome(0, "4 rows written to " + file + "\n", ""), written);
        assertEquals(1, run("backup", "--out", file.toString()).code, "it is there already");
        assertOneSentence("the database is not empty", run("restore", "--in", file.toString()));
        var items = run("item", "list").out;
        for (var name : new String[] {"slipstream.db", "slipstream.db-wal", "slipstream.db-shm"}) {
            Files.deleteIfExists(directory.resolve("data").resolve(name));
        }
        assertEquals(
                new Outcome(0, "4 rows restored from " + file + "\n", ""), run("restore", "--in", file.toString()));
        assertEquals(items, run("item", "list").out);
        assertEquals(new Outcome(0, "0 rows dropped or emptied\n", ""), run("retention", "run"));
        assertEquals(0, Main.run("retention", "list"));
    }

    @Test
    void theFilesOfABoxFitTogether() throws Exception {
        run("merchant", "add", "--id", "coffee", "--name", "c");
        var out = directory.resolve("box");
        var id = run("device", "add", "--merchant", "coffee", "--name", "t", "--out", out.toString())
                .out
                .strip();
        assertTrue(Files.readString(out.resolve("device.key")).startsWith("-----BEGIN PRIVATE KEY-----"));
        var certificate = Pem.certificate(out.resolve("device.crt"));
        certificate.verify(Pem.certificate(out.resolve("ca.crt")).getPublicKey());
        assertEquals(
                "urn:slipstream:device:" + id,
                certificate.getSubjectAlternativeNames().iterator().next().get(1));
    }

    @Test
    void credentialsAreCheckedWhenAMerchantIsAdded() throws Exception {
        var any = new Listen("127.0.0.1", 0);
        try (var wechat = WeChatPaySimulator.start(directory.resolve("w"), any, any, Map.of("1900000001", "wx1"))) {
            var file = wechat.credentials().get("1900000001");
            assertEquals(0, run("merchant", "add", "--id", "a", "--name", "a", "--wechat", file.toString()).code);
            Files.writeString(file.resolveSibling("apiv3_key"), "short");
            var refused = run("merchant", "add", "--id", "b", "--name", "b", "--wechat", file.toString());
            assertEquals(2, refused.code);
            assertOneSentence("the APIv3 key has 5 bytes, expected 32", refused);
            Files.delete(file.resolveSibling("apiclient_key.pem"));
            var missing = run("merchant", "add", "--id", "b", "--name", "b", "--wechat", file.toString());
            assertEquals(1, missing.code);
            assertOneSentence("apiclient_key.pem: no such file", missing);
        }
    }

    @Test
    void credentialsAreSealedAwayAndTheFilesNotNeededAnyMore() throws Exception {
        var file = Files.writeString(directory.resolve("hook.toml"), """
                acquirer = "bank"
                keys = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
                """);
        run("merchant", "add", "--id", "coffee", "--name", "c");
        assertEquals(
                new Outcome(0, "merchant coffee at webhook\n", ""),
                run("merchant", "entrust", "--id", "coffee", "--webhook", file.toString()));
        Files.delete(file);
        assertEquals("coffee\tc\tmain\t-\twebhook\tcopies off\n", run("merchant", "list").out);
        var database = Files.readAllBytes(directory.resolve("data/slipstream.db"));
        assertFalse(new String(database, StandardCharsets.ISO_8859_1).contains("MfKQ9r8GKYqrTwj"));
        var master = directory.resolve("data/master-key");
        var second = "2 " + Base64.getEncoder().encodeToString(new byte[32]) + "\n";
        Files.writeString(master, Files.readString(master) + second);
        assertEquals(new Outcome(0, "1 resealed\n", ""), run("merchant", "reseal"));
        Files.writeString(master, second);
        assertEquals(0, run("merchant", "reseal").code, "the first master key is not needed any more");
        Files.writeString(master, second.replaceFirst("2", "3"));
        assertOneSentence("sealed for something else, or with another master key", run("merchant", "reseal"));
    }

    @Test
    void entrustingNothingOrRubbishIsRefused() throws Exception {
        run("merchant", "add", "--id", "coffee", "--name", "c");
        assertEquals(2, run("merchant", "entrust", "--id", "coffee").code);
        var file = Files.writeString(directory.resolve("hook.toml"), "acquirer = \"bank\"\nkeys = \"whsec_oops\"\n");
        var refused = run("merchant", "entrust", "--id", "coffee", "--webhook", file.toString());
        assertOneSentence("a webhook key is neither whsec_", refused);
        assertFalse(refused.err.contains("oops"), refused.err);
        var nobody = run("merchant", "entrust", "--id", "tea", "--webhook", file.toString());
        assertOneSentence("there is no merchant 'tea'", nobody);
    }

    @Test
    void whatFailsIsOneSentenceAndCodeOne() {
        run("merchant", "add", "--id", "coffee", "--name", "c");
        var again = run("merchant", "add", "--id", "coffee", "--name", "c");
        assertEquals(new Outcome(1, "", "slipstream-service: merchant 'coffee' exists already\n"), again);
        var nobody = run("item", "add", "--merchant", "tea", "--title", "t");
        assertEquals(new Outcome(1, "", "slipstream-service: there is no merchant 'tea'\n"), nobody);
    }

    @Test
    void wrongUseIsCodeTwo() {
        var capitals = run("merchant", "add", "--id", "Coffee", "--name", "c");
        assertEquals(2, capitals.code);
        assertOneSentence("merchant id 'Coffee': expected 1 to 32 lower-case letters", capitals);
        assertEquals(2, run("merchant", "add").code);
        assertEquals(
                2,
                Main.run(
                        "merchant",
                        "list",
                        "--config",
                        directory.resolve("none").toString()));
        assertEquals(2, Main.run("no-such-command"));
        assertEquals(2, Main.run("serve"));
    }

    @Test
    void helpIsCodeZero() {
        assertEquals(0, Main.run("--help"));
        assertEquals(0, Main.run("simulator", "--help"));
    }

    private static void assertOneSentence(String says, Outcome outcome) {
        assertEquals(1, outcome.err.lines().count(), outcome.err);
        assertTrue(outcome.err.contains(says), outcome.err);
        assertFalse(outcome.err.contains("Exception"), outcome.err);
    }

    private Outcome run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", config));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var formerOut = System.out;
        var formerErr = System.err;
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            int code = Main.run(all.toArray(String[]::new));
            return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(formerOut);
            System.setErr(formerErr);
        }
    }

    private record Outcome(int code, String out, String err) {}
}
