package slipstream.device.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.device.Job;
import slipstream.device.learn.TaughtRule.Evidence;
import slipstream.device.reference.Confidence;
import slipstream.device.reference.LearnedRule;
import slipstream.device.reference.LearnedRule.Anchor;
import slipstream.device.reference.LearnedRule.ByLabel;
import slipstream.device.reference.LearnedRule.ByLine;
import slipstream.device.reference.LearnedRule.InSymbol;
import slipstream.device.reference.LearnedRule.Place;
import slipstream.device.reference.RulePattern;

class TillRulesTest {
    private static final String RULE = """
            [[rule]]
            name = "orders"
            scheme = "shouqianba"
            kind = "order"
            label = "收钱吧订单号"
            place = "same-line"
            number = "7895[0-9]{12}"
            """;

    @TempDir
    private Path directory;

    private TillRules read(String toml) throws IOException, RulesException {
        return TillRules.read(Files.writeString(directory.resolve("till.toml"), toml));
    }

    private List<String> errors(String toml) {
        return assertThrows(RulesException.class, () -> read(toml)).errors();
    }

    static Stream<Anchor> anchors() {
        return Stream.of(
                new ByLabel("收钱吧订单号", Place.SAME_LINE),
                new ByLabel("Order \"A\"", Place.NEXT_LINE),
                new ByLabel("it's \\ \"both\"", Place.BEFORE_LABEL),
                new ByLabel("Nº de pedido", Place.LINE_ABOVE),
                new ByLine(RulePattern.ofLine("--- (1) ---"), 3),
                new ByLine(RulePattern.of("^ *=+ *$"), 0),
                new InSymbol());
    }

    @ParameterizedTest
    @MethodSource("anchors")
    void whatIsWrittenIsReadAgain(Anchor anchor) throws Exception {
        var number = RulePattern.of("A(?P<day>20[0-9]{6})\\|[0-9]{4,6}");
        var rule = new LearnedRule("orders", "shouqianba", "order", anchor, number, Confidence.SURE);
        var rules = new TillRules("till \"1\"", List.of(new TaughtRule(rule, new Evidence(Shop.TODAY, 40, 31))));
        Path file = directory.resolve("till.toml");
        rules.write(file);
        assertEquals(rules, TillRules.read(file));
    }

    @Test
    void chineseIsWrittenAsItIsRead() {
        var rule = new LearnedRule(
                "orders",
                "shouqianba",
                "order",
                new ByLabel("收钱吧订单号", Place.SAME_LINE),
                RulePattern.of("[0-9]{16}"),
                Confidence.LIKELY);
        String toml = TillRules.NONE.with(new TaughtRule(rule, Evidence.NONE)).toml();
        assertTrue(toml.contains("label = \"收钱吧订单号\""), toml);
        assertTrue(toml.lines().allMatch(line -> line.length() <= 120), toml);
    }

    @Test
    void aRuleEditedByHandIsUsed() throws Exception {
        TillRules rules = read(RULE.replace("7895[0-9]{12}", "(7895|9999)[0-9]+"));
        assertEquals(Evidence.NONE, rules.taught().getFirst().evidence());
        assertEquals(Confidence.LIKELY, rules.taught().getFirst().rule().confidence());
        SeenReceipt receipt =
                Shop.seen(1, Job.begin().lines("合计 1.00", "收钱吧订单号 99991234").cut());
        assertEquals(Set.of("99991234"), receipt.found(rules.rules(), "orders"));
    }

    @Test
    void aRuleOfTheSameNameIsReplaced() throws Exception {
        TillRules rules = read(RULE);
        assertEquals(rules, rules.with(rules.taught().getFirst()));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        "7895[0-9]{12}",
                        "7895[0-9",
                        "line 7: \"number\": \"7895[0-9\" is no pattern (missing closing ])."),
                Arguments.of(
                        "7895[0-9]{12}", "([0-9]{99}){99}", "line 7: \"number\": \"([0-9]{99}){99}\" counts a group"),
                Arguments.of("7895[0-9]{12}", "(?=7895)", "line 7: \"number\": \"(?=7895)\" is no pattern ("),
                Arguments.of("same-line", "nearby", "line 6: \"place\" is \"nearby\", expected same-line, next-line"),
                Arguments.of("shouqianba", "Shou Qian", "line 3: \"scheme\": \"Shou Qian\" is no name, expected small"),
                Arguments.of(
                        "label =", "labl =", "line 1: where the number stands is missing, expected one of \"label\""),
                Arguments.of("收钱吧订单号", "号", "line 5: \"label\": \"号\" is no label, expected two letters"),
                Arguments.of("name = \"orders\"\n", "", "line 1: \"name\" is missing in [[rule]], expected"),
                Arguments.of("[[rule]]", "[rule]", "line 1: \"rule\" is a table or list, expected [[rule]]."),
                Arguments.of("kind = \"order\"", "kind = \"order\"\nsales = -1", "line 5: \"sales\" is -1, expected"),
                Arguments.of(
                        "kind = \"order\"", "kind = \"order\"\nplaec = 1", "line 5: \"plaec\" in [[rule]] is unknown"),
                Arguments.of("kind = \"order\"", "kind = order", "line 4, column 8: "),
                Arguments.of("[[rule]]", "tills = 1\n[[rule]]", "line 1: \"tills\" is unknown; expected \"till\""));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void aMistakeIsToldWithItsLineAndKey(String right, String wrong, String expected) {
        List<String> errors = errors(RULE.replace(right, wrong));
        assertTrue(errors.getFirst().startsWith("till.toml, " + expected), errors.toString());
        assertTrue(errors.getFirst().endsWith(".") || errors.getFirst().endsWith("?"), errors.toString());
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertEquals(
                2,
                errors(RULE.replace("9]{12}", "9").replace("same-line", "here")).size());
    }

    @Test
    void twoRulesOfOneNameAreAMistake() {
        assertEquals(List.of("till.toml: two rules have the name \"orders\"."), errors(RULE + RULE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.toml", "."})
    void aFileThatIsNoneIsTold(String name) {
        var thrown = assertThrows(RulesException.class, () -> TillRules.read(directory.resolve(name)));
        assertTrue(thrown.errors().getFirst().endsWith("."), thrown.getMessage());
    }

    @Test
    void theRulesOfAnotherTillAreRefused() throws Exception {
        Path file = Files.writeString(directory.resolve("till.toml"), "till = \"till-2\"\n" + RULE);
        assertEquals("till-2", TillRules.read(file, "till-2").till());
        var thrown = assertThrows(RulesException.class, () -> TillRules.read(file, "till-1"));
        assertEquals(
                List.of("till.toml: \"till\" is \"till-2\", expected the name of this till, \"till-1\"."),
                thrown.errors());
    }
}
