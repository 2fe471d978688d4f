package slipstream.device.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.tinylog.Logger;
import slipstream.device.config.BoxConfig;

/// Whether somebody laid the bypass. Where there is a `[store]` it stays laid over a power cut: a box that was put
/// aside
/// for a reason does not come back by itself in the night. Only a box with a button keeps it, for nothing else takes it
/// away.
final class Bypass {
    private static final String FILE = "bypass";

    private final Optional<Path> file;
    private volatile Optional<Instant> since;

    private Bypass(Optional<Path> file) {
        this.file = file;
        since = file.flatMap(Bypass::written);
    }

    /// As the box's last run left it.
    static Bypass of(BoxConfig config) {
        boolean button =
                config.panel().filter(panel -> panel.button().isPresent()).isPresent();
        Optional<Path> file = config.places().store().map(directory -> directory.resolve(FILE));
        var bypass = new Bypass(button ? file : Optional.empty());
        bypass.since.ifPresent(at -> Logger.warn(
                "The bypass is laid since {}: receipts pass as they are, until the button is held again.", at));
        return bypass;
    }

    /// Since when it is laid; empty when it is not. By any thread.
    Optional<Instant> since() {
        return since;
    }

    synchronized void lay(boolean on) {
        if (on == since.isPresent()) {
            return;
        }
        since = on ? Optional.of(Instant.now()) : Optional.empty();
        Logger.info(on ? "The bypass is laid: receipts pass as they are." : "The bypass is taken away.");
        file.ifPresent(path -> keep(path, on));
    }

    private static void keep(Path path, boolean on) {
        try {
            if (on) {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.writeString(path, "");
            } else {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            Logger.warn("Whether the bypass is laid is lost when the box is switched off: {} cannot be written.", path);
        }
    }

    private static Optional<Instant> written(Path path) {
        try {
            return Optional.of(Files.getLastModifiedTime(path).toInstant());
        } catch (IOException ignored) {
            return Optional.empty();
        }
    }
}
