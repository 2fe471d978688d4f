package slipstream.device.reference;

/// A label before a number.
///
/// @param text as the table has it
/// @param role what it says of the number; [NumberRule#vouchers()] names roles
record Label(String text, String role) {
    /// The role of labels of numbers that are never references.
    static final String NEVER = "never";

    /// The role of labels of terminals.
    static final String TERMINAL = "terminal";

    /// The role of labels that say no more than that a number refers to something.
    static final String REFERENCE = "reference";

    boolean never() {
        return role.equals(NEVER);
    }
}
