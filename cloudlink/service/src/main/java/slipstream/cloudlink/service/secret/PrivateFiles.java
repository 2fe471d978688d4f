package slipstream.cloudlink.service.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Files that only their owner may read (mode 0600).
public final class PrivateFiles {
    private PrivateFiles() {}

    /// Writes a whole file at once; a reader sees the former file or this one, never half of it.
    public static void create(Path file, String text) throws IOException {
        var whole = file.toAbsolutePath();
        Files.createDirectories(whole.getParent());
        var permissions = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(whole.getParent(), ".", ".draft", permissions);
        try {
            Files.writeString(draft, text);
            Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
