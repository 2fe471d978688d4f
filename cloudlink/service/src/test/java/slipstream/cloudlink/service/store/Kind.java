package slipstream.cloudlink.service.store;

import java.nio.file.Path;
import slipstream.cloudlink.service.config.DatabaseAddress;

/// The databases that tests run on.
public enum Kind {
    SQLITE {
        @Override
        public DatabaseAddress address(Path directory) {
            return DatabaseAddress.sqlite(directory.resolve("slipstream.db"));
        }
    },
    POSTGRESQL {
        @Override
        public DatabaseAddress address(Path directory) {
            return TemporaryPostgres.database();
        }
    };

    /// A new, empty database; skips the test where this kind is not installed.
    ///
    /// @param directory where a file may be put
    public abstract DatabaseAddress address(Path directory);
}
