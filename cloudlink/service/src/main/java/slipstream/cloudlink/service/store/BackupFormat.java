package slipstream.cloudlink.service.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A backup's lines, before they are compressed: `slipstream-backup 2 <keyring> <time>`, then for each table
/// `table <name> <columns…>`, its rows with values between tabs, and `rows <how many>`; at last `end`.
///
/// Rows begin with `=`. A missing value is `\N`; in values, `\\`, `\t`, `\n` and `\r` stand for themselves.
final class BackupFormat {
    static final String TITLE = "slipstream-backup";
    /// Of the lines, not of the schema: each table is written with the names of its columns ([Formerly]).
    static final String VERSION = "2";

    private BackupFormat() {}

    static String row(List<Optional<String>> values) {
        return "="
                + String.join(
                        "\t",
                        values.stream()
                                .map(v -> v.map(BackupFormat::escaped).orElse("\\N"))
                                .toList());
    }

    static List<Optional<String>> values(String row) throws IOException {
        var values = new ArrayList<Optional<String>>();
        for (var value : row.substring(1).split("\t", -1)) {
            values.add(value.equals("\\N") ? Optional.empty() : Optional.of(plain(value)));
        }
        return values;
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String plain(String value) throws IOException {
        var plain = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            i++;
            plain.append(
                    switch (i < value.length() ? value.charAt(i) : ' ') {
                        case '\\' -> '\\';
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        default -> throw new IOException("the backup is damaged: a backslash stands alone");
                    });
        }
        return plain.toString();
    }
}
