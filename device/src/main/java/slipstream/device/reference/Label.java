package slipstream.device.reference;

import java.util.Set;

/// A label before a number.
///
/// @param text as the table has it
/// @param role what it says of the number; [NumberRule#vouchers()] names roles
/// @param learned the role that a learned rule gives it besides; null for none
record Label(String text, String role, String learned) {
    /// The role of labels of numbers that are never references.
    static final String NEVER = "never";

    /// The role of labels of an aggregator's own numbers, which are references only where that was learned.
    static final String AGGREGATOR = "aggregator";

    /// The role of labels of terminals.
    static final String TERMINAL = "terminal";

    /// The role of labels that say no more than that a number refers to something.
    static final String REFERENCE = "reference";

    Label(String text, String role) {
        this(text, role, null);
    }

    /// What it says of a number.
    Set<String> roles() {
        return learned == null ? Set.of(role) : Set.of(role, learned);
    }

    boolean never() {
        return role.equals(NEVER) || role.equals(AGGREGATOR);
    }
}
