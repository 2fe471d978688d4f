package slipstream.device.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.tinylog.Logger;

/// The key to the live page: 256 random bits, the same for as long as its file is there.
///
/// @param value in base64url
record PageToken(String value) {
    private static final String FILE = "page-token";
    private static final int BYTES = 32;
    private static final String FORM = "[A-Za-z0-9_-]{43}";

    /// The key kept in `directory`, made if it is not there; one for this run where nothing can be kept.
    static PageToken in(Optional<Path> directory) {
        String made = random();
        if (directory.isEmpty()) {
            return new PageToken(made);
        }
        Path file = directory.get().resolve(FILE);
        try {
            String kept = Files.exists(file) ? Files.readString(file).strip() : "";
            if (kept.matches(FORM)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                return new PageToken(kept);
            }
            keep(file, made);
        } catch (IOException e) {
            Logger.warn(
                    "The live page's key cannot be kept in {} ({}): it changes with each start.", file, e.toString());
        }
        return new PageToken(made);
    }

    private static void keep(Path file, String token) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            channel.write(StandardCharsets.US_ASCII.encode(token + "\n"));
        }
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Whether `given` is the key; takes as long whatever is given.
    boolean is(String given) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), String.valueOf(given).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "PageToken";
    }
}
