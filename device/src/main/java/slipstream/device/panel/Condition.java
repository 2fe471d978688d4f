package slipstream.device.panel;

/// What the box can be in, the most urgent first, and how its lamp shows that. No two have the same rhythm, so that
/// nobody needs to tell red from green.
public enum Condition {
    /// Something in the box is broken; receipts pass as they are, or past the box.
    FAULT(Colour.RED, "#"),
    /// Somebody laid the bypass: POS and printer are connected past the box.
    BYPASS(Colour.AMBER, "#..................."),
    /// The printer cannot be reached.
    PRINTER_GONE(Colour.RED, "#####....."),
    /// The box is not yet ready.
    STARTING(Colour.AMBER, "#."),
    /// A receipt is on its way, or its end is held for an answer.
    PRINTING(Colour.GREEN, "##.."),
    /// Receipts print, but nobody can be asked who paid.
    SERVICE_GONE(Colour.AMBER, "#.#......."),
    /// All is well.
    IDLE(Colour.GREEN, "#");

    /// What two lamps, or one of two colours, can show.
    enum Colour {
        GREEN(true, false),
        RED(false, true),
        AMBER(true, true);

        final boolean green;
        final boolean red;

        Colour(boolean green, boolean red) {
            this.green = green;
            this.red = red;
        }
    }

    private final Colour colour;
    private final String rhythm;

    /// @param rhythm a tenth of a second each: `#` is lit, `.` is dark; begins anew at its end
    Condition(Colour colour, String rhythm) {
        this.colour = colour;
        this.rhythm = rhythm;
    }

    Colour colour() {
        return colour;
    }

    /// Whether it is lit in that tenth of a second.
    boolean lit(long tenth) {
        return rhythm.charAt((int) (tenth % rhythm.length())) == '#';
    }
}
