package slipstream.cloudlink.service.config;

import java.nio.file.Path;
import java.util.Optional;

/// Where the database is.
///
/// @param url JDBC address: `jdbc:sqlite:FILE` or `jdbc:postgresql://HOST:PORT/NAME`; it holds no password
/// @param user who signs in, for PostgreSQL
/// @param passwordFile the file with that user's password on its first line
/// @param connections how many connections this node opens, for PostgreSQL
public record DatabaseAddress(String url, Optional<String> user, Optional<Path> passwordFile, int connections) {
    private static final int USUAL_CONNECTIONS = 10;

    /// The embedded database in a file.
    public static DatabaseAddress sqlite(Path file) {
        return new DatabaseAddress("jdbc:sqlite:" + file, Optional.empty(), Optional.empty(), USUAL_CONNECTIONS);
    }

    static DatabaseAddress read(TomlFile toml, Path data) throws ConfigurationException {
        return new DatabaseAddress(
                toml.text("data.url", sqlite(data.resolve("slipstream.db")).url()),
                toml.optionalText("data.user"),
                toml.optionalPath("data.password-file"),
                toml.number("data.connections", USUAL_CONNECTIONS, 1, 1000));
    }
}
