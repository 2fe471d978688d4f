package slipstream.device.reference;

/// What was decided about a number, and the facts of it.
///
/// @param rule the row that it fits; null when it is no reference
/// @param reason why
/// @param about the label, impostor or rule that the reason speaks of; null when of none
record Decision(NumberRule rule, Reason reason, Object about) {
    /// Why a number is or is no reference.
    enum Reason {
        /// Its shape and surroundings are right.
        TAKEN,
        /// It is a part of an amount, a day or a time.
        PART,
        /// Its label is one of other numbers.
        LABELLED_OTHERWISE,
        /// It names the terminal.
        TERMINAL,
        /// It looks like a number that pays, or that stands for a card, a person or goods.
        IMPOSTOR,
        /// A label asks for another shape.
        OTHER_SHAPE,
        /// A label speaks of a payment's number, and it looks like none.
        NO_KNOWN_SHAPE,
        /// Another word runs into the label.
        RUN_ON,
        /// It has the shape of a reference, but no label says so.
        UNLABELLED,
        /// It has a shape that proves nothing, and no label says that it is one.
        COMMON,
        /// Read from a picture, nothing in it would tell a lost or misread character.
        PICTURED,
        /// It has neither the shape nor the label of one.
        NEITHER,
        /// It belongs to a number that goes on in another line.
        PIECE,
        /// It was told before.
        KNOWN,
        /// Nothing shows who moved the money.
        NO_TENDER,
        /// Nothing shows that a card paid.
        NO_CARD,
        /// Another number of the same card payment was told.
        SECOND_CHOICE
    }

    static final Decision PART = new Decision(null, Reason.PART, null);
    static final Decision TERMINAL = new Decision(null, Reason.TERMINAL, null);
    static final Decision NEITHER = new Decision(null, Reason.NEITHER, null);

    static Decision taken(NumberRule rule) {
        return new Decision(rule, Reason.TAKEN, rule);
    }

    static Decision not(Reason reason, Object about) {
        return new Decision(null, reason, about);
    }

    boolean isTaken() {
        return rule != null;
    }
}
