package slipstream.cloudlink.service.web.console;

import java.util.List;

/// One thing that a form asks for.
///
/// @param name in addresses and JSON; its label is the text `f_<name>`, a hint `h_<name>` where there is one
/// @param value what stands there at first
/// @param choices what may be chosen, for the kinds that choose
/// @param least for numbers
/// @param most for numbers
record Field(String name, Kind kind, boolean required, List<String> value, List<Choice> choices, int least, int most) {
    enum Kind {
        TEXT,
        LINES,
        /// Lines that are never shown again, also not when something else in the form was wrong.
        SECRET,
        /// Any number of small text files.
        FILES,
        NUMBER,
        DAY,
        /// One of some.
        ONE,
        /// Any of some.
        ANY
    }

    /// @param label what people read
    record Choice(String value, String label) {}

    static Field text(String name, boolean required) {
        return new Field(name, Kind.TEXT, required, List.of(), List.of(), 0, 0);
    }

    static Field lines(String name) {
        return new Field(name, Kind.LINES, false, List.of(), List.of(), 0, 0);
    }

    static Field secret(String name) {
        return new Field(name, Kind.SECRET, false, List.of(), List.of(), 0, 0);
    }

    static Field files(String name) {
        return new Field(name, Kind.FILES, false, List.of(), List.of(), 0, 0);
    }

    static Field day(String name) {
        return new Field(name, Kind.DAY, false, List.of(), List.of(), 0, 0);
    }

    static Field number(String name, boolean required, int least, int most) {
        return new Field(name, Kind.NUMBER, required, List.of(), List.of(), least, most);
    }

    static Field one(String name, boolean required, List<Choice> choices) {
        return new Field(name, Kind.ONE, required, List.of(), choices, 0, 0);
    }

    static Field any(String name, List<Choice> choices) {
        return new Field(name, Kind.ANY, false, List.of(), choices, 0, 0);
    }

    /// The same with something in it.
    Field with(String... present) {
        return with(List.of(present));
    }

    Field with(List<String> present) {
        return new Field(name, kind, required, present, choices, least, most);
    }
}
