package slipstream.device.learn;

import java.util.List;

/// A file of rules that cannot be used.
public final class RulesException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<String> errors;

    RulesException(List<String> errors) {
        super(String.join("\n", errors), null, false, false);
        this.errors = List.copyOf(errors);
    }

    /// What is wrong, a sentence each: file, line, key, what was found, what was expected.
    public List<String> errors() {
        return errors;
    }
}
