package slipstream.device.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import slipstream.device.claim.ClaimOptions;

class BoxConfigTest {
    private static final String LEAST = """
            [pos]
            listen = "0.0.0.0:9100"
            [printer]
            address = "192.168.1.50"
            """;

    @TempDir
    private Path directory;

    @Test
    void fourLinesAreEnough() throws Exception {
        BoxConfig config = read(LEAST);
        assertEquals("0.0.0.0:9100", config.lines().getFirst().bridge().listen().name());
        assertEquals(
                "192.168.1.50:9100",
                config.lines().getFirst().bridge().printer().name());
        assertEquals(
                "generic-80mm", config.lines().getFirst().bridge().profile().name());
        assertEquals(false, config.lines().getFirst().bridge().slowLine());
        assertEquals(Duration.ofMillis(250), config.lines().getFirst().bridge().budget());
        assertEquals(Duration.ofSeconds(5), config.lines().getFirst().bridge().idle());
        assertEquals(true, config.service().isEmpty());
        assertEquals("info", config.logLevel());
    }

    @Test
    void theSpeedOfASerialLineIsThePrinters() throws Exception {
        String serial = LEAST.replace("192.168.1.50", "serial:/dev/ttyUSB0,19200,8N1,rts-cts");
        BoxConfig config = read(serial);
        assertEquals(19_200, config.lines().getFirst().bridge().baud());
        assertEquals(true, config.lines().getFirst().bridge().slowLine());
        assertEquals(
                19_200,
                read(serial + "baud = 19200\n").lines().getFirst().bridge().baud());
        assertEquals(
                List.of("box.toml, line 5: \"baud\" in [printer]: [printer] address says 19200."),
                errors(serial + "baud = 9600\n"));
    }

    @Test
    void aPanelIsWiredWhereItSays() throws Exception {
        assertEquals(Optional.empty(), read(LEAST).panel());
        assertEquals(
                OptionalInt.of(23),
                read(LEAST + "[panel]\nrelay = 23\n").panel().orElseThrow().relay());
    }

    @Test
    void aTechniciansOwnProfileStandsBesideTheConfiguration() throws Exception {
        Files.writeString(directory.resolve("mine.properties"), "like = generic-80mm\ndots-per-line = 512\n");
        BoxConfig config = read(LEAST + "profile = \"mine.properties\"\n");
        assertEquals("mine", config.lines().getFirst().bridge().profile().name());
        assertEquals(512, config.lines().getFirst().bridge().profile().dotsPerLine());
    }

    @Test
    void whatIsWrongWithAnOwnProfileIsToldInASentence() throws Exception {
        Path mine = Files.writeString(directory.resolve("mine.properties"), "like = generic-80mm\ndpi = many\n");
        var wrong = assertThrows(ConfigException.class, () -> read(LEAST + "profile = \"./mine.properties\"\n"));
        assertEquals(
                List.of("box.toml, line 5: \"profile\" in [printer]: In " + directory.resolve("./mine.properties")
                        + ", line 2, the key \"dpi\" is \"many\", but must be a whole number from 50 to 1200."),
                wrong.errors());
        Files.delete(mine);
        var missing = assertThrows(ConfigException.class, () -> read(LEAST + "profile = \"mine.properties\"\n"));
        assertEquals(
                List.of("box.toml, line 5: \"profile\" in [printer]: There is no file " + mine
                        + " to read a printer profile from."),
                missing.errors());
    }

    @Test
    void theTillsRulesAreReadAndTheirMistakesTold() throws Exception {
        String rule = "[[rule]]\nname = \"a\"\nscheme = \"b\"\nkind = \"c\"\nsymbol = true\nnumber = \"[0-9]{16}\"\n";
        Files.writeString(directory.resolve("till.toml"), rule);
        String config = LEAST + "[till]\nname = \"till-1\"\nrules = \"till.toml\"\n";
        assertEquals(1, read(config).lines().getFirst().rules().taught().size());
        assertEquals(List.of(), read(LEAST).lines().getFirst().rules().taught());
        Files.writeString(directory.resolve("till.toml"), "till = \"till-2\"\n" + rule.replace("0-9]{16}", "0-9"));
        assertEquals(
                List.of("till.toml, line 7: \"number\": \"[0-9\" is no pattern (missing closing ])."),
                assertThrows(ConfigException.class, () -> read(config.replace("till-1", "till-2")))
                        .errors());
        Files.writeString(directory.resolve("till.toml"), "till = \"till-2\"\n" + rule);
        assertEquals(
                List.of("till.toml: \"till\" is \"till-2\", expected the name of this till, \"till-1\"."),
                assertThrows(ConfigException.class, () -> read(config)).errors());
    }

    @Test
    void everythingCanBeSaid() throws Exception {
        BoxConfig config = read("""
                [pos]
                listen = ":9101"
                [printer]
                address = "[fe80::1]:9100"
                profile = "generic-58mm"
                baud = 9600
                patience-ms = 1000
                drain-ms = 500
                [service]
                url = "https://service.example:8443"
                key = "keys/device.key"
                certificate = "/etc/slipstream/device.pem"
                ca = "ca.pem"
                [hold]
                budget-ms = 300
                paper-ms = 2000
                idle-ms = 1500
                [till]
                name = "till-1"
                currency = "EUR"
                [claim]
                pool = true
                cash = true
                copies = true
                [log]
                level = "debug"
                """);
        assertEquals(
                "[fe80::1]:9100", config.lines().getFirst().bridge().printer().name());
        assertEquals("0.0.0.0:9101", config.lines().getFirst().bridge().listen().name());
        assertEquals(Duration.ofMillis(1000), config.lines().getFirst().bridge().patience());
        assertEquals(Duration.ofMillis(500), config.lines().getFirst().bridge().drain());
        assertEquals(Duration.ofMillis(300), config.lines().getFirst().bridge().budget());
        assertEquals(Duration.ofMillis(2000), config.lines().getFirst().bridge().paper());
        assertEquals(Duration.ofMillis(1500), config.lines().getFirst().bridge().idle());
        assertEquals(
                directory.resolve("keys/device.key"),
                config.service().orElseThrow().key());
        assertEquals(
                Path.of("/etc/slipstream/device.pem"),
                config.service().orElseThrow().certificate());
        assertEquals("till-1", config.lines().getFirst().till().name());
        assertEquals("EUR", config.lines().getFirst().till().currency().getCurrencyCode());
        assertEquals(
                new ClaimOptions(true, true, true), config.lines().getFirst().claim());
        assertEquals("debug", config.logLevel());
    }

    @Test
    void withoutACutterTheIdleTimeIsShorter() throws Exception {
        assertEquals(
                Duration.ofSeconds(2),
                read(LEAST + "profile = \"generic-58mm\"\n")
                        .lines()
                        .getFirst()
                        .bridge()
                        .idle());
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(
                        "[hold]\nbudgt-ms = 5\n",
                        "box.toml, line 6: \"budgt-ms\" in [hold] is unknown; did you mean \"budget-ms\"?"),
                arguments(
                        "[hold]\nxyz = 5\n",
                        "box.toml, line 6: \"xyz\" in [hold] is unknown; expected one of budget-ms, paper-ms, idle-ms."),
                arguments("[hld]\nbudget-ms = 5\n", "box.toml, line 5: [hld] is unknown; did you mean [hold]?"),
                arguments(
                        "[hold]\nbudget-ms = -5\n",
                        "box.toml, line 6: \"budget-ms\" in [hold] is -5, expected a whole number of milliseconds from 0 to 5000."),
                arguments(
                        "[hold]\nbudget-ms = \"5\"\n",
                        "box.toml, line 6: \"budget-ms\" in [hold] is \"5\", expected a whole number of milliseconds from 0 to 5000."),
                arguments(
                        "[hold]\nidle-ms = 1.5\n",
                        "box.toml, line 6: \"idle-ms\" in [hold] is 1.5, expected a whole number of milliseconds from 50 to 600000."),
                arguments(
                        "profile = \"tm-88\"\n",
                        "box.toml, line 5: \"profile\" in [printer]: There is no printer profile \"tm-88\"; was \"tm-t88\" meant?"),
                arguments(
                        "profile = 80\n",
                        "box.toml, line 5: \"profile\" in [printer] is 80, expected the name of a printer profile, such as generic-80mm, or a file of your own, NAME.properties."),
                arguments(
                        "[claim]\npool = \"yes\"\n",
                        "box.toml, line 6: \"pool\" in [claim] is \"yes\", expected true or false."),
                arguments(
                        "[log]\nlevel = \"loud\"\n",
                        "box.toml, line 6: \"level\" in [log]: \"loud\" is no level, expected one of debug, info, warn, error."),
                arguments(
                        "[till]\ncurrency = \"yuan\"\n",
                        "box.toml, line 6: \"currency\" in [till]: \"yuan\" is no currency, expected its three letters, as CNY."),
                arguments(
                        "[service]\nurl = \"http://a\"\nkey = \"k\"\ncertificate = \"c\"\nca = \"a\"\n",
                        "box.toml, line 6: \"url\" in [service]: service address is 'http://a', expected https://host or https://host:port."),
                arguments(
                        "[service]\nurl = \"https://a\"\nkey = \"k\"\ncertificate = \"c\"\n",
                        "box.toml: \"ca\" is missing in [service], expected a file name."));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsToldInOneSentenceWithItsLineAndKey(String more, String sentence) {
        assertEquals(List.of(sentence), errors(LEAST + more));
    }

    @Test
    void aMissingOrWrongAddressIsTold() {
        assertEquals(
                List.of(
                        "box.toml, line 2: \"listen\" in [pos]: \"here:99999\" names port \"99999\", which is not 0 to"
                                + " 65535; expected HOST:PORT, as 192.168.1.50:9100.",
                        "box.toml: \"address\" is missing in [printer], expected HOST:PORT, as 192.168.1.50:9100."),
                errors("[pos]\nlisten = \"here:99999\"\n"));
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertEquals(
                3,
                errors(LEAST + "[hold]\nbudget-ms = -1\nidle-ms = -1\n[logs]\nlevel = \"info\"\n")
                        .size());
    }

    private static final String TWO = """
            [[line]]
            name = "bar"
            [line.pos]
            listen = ":9100"
            [line.printer]
            address = "192.168.1.50"
            [line.hold]
            budget-ms = 100
            [[line]]
            name = "kitchen"
            [line.pos]
            listen = ":9101"
            [line.printer]
            address = "192.168.1.51"
            profile = "generic-58mm"
            [line.till]
            name = "counter-2"
            """;

    @Test
    void eachOfSeveralLinesHasItsOwnSections() throws Exception {
        BoxConfig config = read(TWO + "[log]\nlevel = \"warn\"\n");
        assertEquals(
                List.of("bar", "kitchen"),
                config.lines().stream().map(LineConfig::name).toList());
        LineConfig bar = config.lines().getFirst();
        LineConfig kitchen = config.lines().getLast();
        assertEquals("0.0.0.0:9100", bar.bridge().listen().name());
        assertEquals("192.168.1.51:9100", kitchen.bridge().printer().name());
        assertEquals(Duration.ofMillis(100), bar.bridge().budget());
        assertEquals(Duration.ofMillis(250), kitchen.bridge().budget());
        assertEquals("generic-58mm", kitchen.bridge().profile().name());
        assertEquals("bar", bar.till().name());
        assertEquals("counter-2", kitchen.till().name());
        assertEquals("warn", config.logLevel());
        assertEquals(config, read(TWO + "[log]\nlevel = \"warn\"\n"));
    }

    @Test
    void aMistakeInALineIsToldWithTheLinesName() {
        assertEquals(
                List.of("box.toml, line 8: \"budget-ms\" in [line.hold] of \"bar\" is -1, expected a whole number of"
                        + " milliseconds from 0 to 5000."),
                errors(TWO.replace("100\n", "-1\n")));
        assertEquals(
                List.of("box.toml, line 7: [line.hld] of \"bar\" is unknown; did you mean [line.hold]?"),
                errors(TWO.replace("[line.hold]", "[line.hld]")));
        assertEquals(
                List.of("box.toml, line 8: \"budgt-ms\" in [line.hold] of \"bar\" is unknown; did you mean"
                        + " \"budget-ms\"?"),
                errors(TWO.replace("budget-ms", "budgt-ms")));
        assertEquals(
                List.of("box.toml: \"address\" is missing in [line.printer] of \"kitchen\", expected HOST:PORT, as"
                        + " 192.168.1.50:9100."),
                errors(TWO.replace("address = \"192.168.1.51\"\n", "")));
        assertEquals(
                List.of("box.toml: \"name\" is missing in [[line]] in place 2, expected what to call this line."),
                errors(TWO.replace("name = \"kitchen\"\n", "")));
    }

    @Test
    void linesThatGetInEachOthersWayAreTold() {
        assertEquals(
                List.of("box.toml, line 12: \"listen\" in [line.pos] of \"kitchen\": \"bar\" listens there, too."),
                errors(TWO.replace(":9101", ":9100")));
        assertEquals(
                List.of("box.toml, line 10: \"name\" in [[line]] of \"bar\": another line has that name, too."),
                errors(TWO.replace("kitchen", "bar")));
    }

    @Test
    void sectionsOfTheShortFormBesideLinesAreTold() {
        assertEquals(
                List.of(
                        "box.toml, line 18: [hold] stands beside [[line]], expected it in one, as [line.hold].",
                        "box.toml, line 20: [hodl] is unknown; expected one of [service], [log], [store],"
                                + " [control], [page], [panel], [line]."),
                errors(TWO + "[hold]\nidle-ms = 100\n[hodl]\nidle-ms = 1\n"));
        assertEquals(
                "box.toml, line 1: [line] is one table, expected a list, [[line]].",
                errors("[line]\nname = \"bar\"\n").getFirst());
    }

    @Test
    void whatIsNotTomlIsToldWithItsPlace() {
        List<String> errors = errors("[pos]\nlisten = \n");
        assertEquals(1, errors.size());
        assertEquals(true, errors.getFirst().startsWith("box.toml, line 2, column "), errors.getFirst());
    }

    @Test
    void aSectionThatIsAValueIsTold() {
        assertEquals(
                "box.toml, line 1: \"hold\" is 5, expected a table [hold].",
                errors("hold = 5\n" + LEAST).getFirst());
    }

    @Test
    void aMissingFileIsTold() {
        var thrown = assertThrows(ConfigException.class, () -> BoxConfig.read(directory.resolve("none.toml")));
        assertEquals(
                List.of("There is no file " + directory.resolve("none.toml") + ", expected a configuration in TOML."),
                thrown.errors());
    }

    private BoxConfig read(String toml) throws ConfigException, IOException {
        return BoxConfig.read(Files.writeString(directory.resolve("box.toml"), toml));
    }

    private List<String> errors(String toml) {
        return assertThrows(ConfigException.class, () -> read(toml)).errors();
    }
}
