package slipstream.cloudlink.service.web.console;

import java.util.LinkedHashMap;
import java.util.Map;

/// One thing as it is listed.
///
/// @param id names it in addresses
/// @param values by column: text, number, [java.time.Instant], or [Word]
record Row(String id, Map<String, Object> values) {
    /// A value that is one of our own words, and has a text `v_<word>`.
    record Word(String word) {
        @Override
        public String toString() {
            return word;
        }
    }

    /// @param values column, value, column, value
    static Row of(String id, Object... values) {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", id);
        for (int i = 0; i < values.length; i += 2) {
            map.put((String) values[i], values[i + 1]);
        }
        return new Row(id, map);
    }

    Object get(String column) {
        return values.get(column);
    }
}
