package slipstream.escpos.inject;

/// Where in a receipt a block stands.
public enum Placement {
    /// Before the feed that the sender ends the receipt with.
    BEFORE_FEED("before-feed"),
    /// Directly before the cut; nothing was fed before it.
    BEFORE_CUT("before-cut"),
    /// After everything; there is no cut.
    AT_END("at-end");

    private final String word;

    Placement(String word) {
        this.word = word;
    }

    /// The placement as commands and reports write it.
    public String word() {
        return word;
    }
}
