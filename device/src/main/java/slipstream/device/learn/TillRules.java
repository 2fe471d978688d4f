package slipstream.device.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import slipstream.device.reference.Rules;

/// What one till's receipts taught: the rules of its file.
///
/// @param till the till's name within the shop; empty for any
/// @param taught the rules, the first that fits wins
public record TillRules(String till, List<TaughtRule> taught) {
    /// Nothing was learned.
    public static final TillRules NONE = new TillRules("", List.of());

    /// Keeps a copy of the list.
    public TillRules {
        taught = List.copyOf(taught);
    }

    /// Reads the file at `path`.
    ///
    /// @throws RulesException when it cannot be read or used, with everything that is wrong
    public static TillRules read(Path path) throws RulesException {
        return new RulesReader(path).read();
    }

    /// Reads the file at `path` for the till named `till`.
    ///
    /// @throws RulesException when it cannot be read or used, or is another till's
    public static TillRules read(Path path, String till) throws RulesException {
        TillRules rules = read(path);
        if (!rules.till.isEmpty() && !rules.till.equals(till)) {
            throw new RulesException(List.of(path.getFileName() + ": \"till\" is \"" + rules.till
                    + "\", expected the name of this till, \"" + till + "\"."));
        }
        return rules;
    }

    /// Writes the file at `path`, all of it or nothing.
    public void write(Path path) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.writeString(fresh, toml());
        Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /// The file's text, for people to read and edit.
    public String toml() {
        return RulesWriter.text(this);
    }

    /// These rules and one more, in the place of one of the same name.
    public TillRules with(TaughtRule rule) {
        List<TaughtRule> all = new ArrayList<>(taught);
        all.removeIf(old -> old.rule().name().equals(rule.rule().name()));
        all.add(rule);
        return new TillRules(till, all);
    }

    /// The same for another till.
    public TillRules of(String name) {
        return new TillRules(name, taught);
    }

    /// All rules there are, these before the box's own.
    public Rules rules() {
        return taught.isEmpty()
                ? Rules.builtIn()
                : Rules.builtIn().with(taught.stream().map(TaughtRule::rule).toList());
    }
}
