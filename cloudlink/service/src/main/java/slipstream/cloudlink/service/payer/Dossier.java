package slipstream.cloudlink.service.payer;

import java.util.List;
import java.util.Map;

/// What is kept about a payer, table by table, without the keys under which it is kept.
///
/// @param parts only those tables in which there is something
public record Dossier(List<Part> parts) {
    public Dossier {
        parts = parts.stream().filter(part -> !part.rows().isEmpty()).toList();
    }

    /// The rows of one table.
    ///
    /// @param rows values by column, in the table's order; times as in ISO 8601, amounts in minor units
    public record Part(String table, List<Map<String, String>> rows) {
        public Part {
            rows = List.copyOf(rows);
        }
    }
}
