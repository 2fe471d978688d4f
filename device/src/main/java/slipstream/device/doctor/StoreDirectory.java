package slipstream.device.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where the box keeps what is to survive a power cut: there, writable, with room.
record StoreDirectory(Optional<Path> configured) implements Check {
    private static final String LINK = "store";
    private static final long ENOUGH = 100L << 20;
    private static final String LOST = " A power cut loses what waits for the service.";

    @Override
    public Finding find() {
        if (configured.isEmpty()) {
            return Finding.look(
                    LINK,
                    "No [store] directory is configured." + LOST,
                    "set [store] directory; the unit slipstream.service has one by itself.");
        }
        Path directory = configured.get();
        Path there = directory.toAbsolutePath();
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            return Finding.look(LINK, there + " is a file, expected a directory." + LOST, "move it away.");
        }
        if (!Files.isWritable(there)) {
            return Finding.look(
                    LINK,
                    "The user " + System.getProperty("user.name") + " may not write to " + there + "." + LOST,
                    "run this as the user that runs the box; if it is: sudo chown " + System.getProperty("user.name")
                            + " " + there);
        }
        return room(directory, there);
    }

    private static Finding room(Path directory, Path there) {
        try {
            long free = Files.getFileStore(there).getUsableSpace();
            return free < ENOUGH
                    ? Finding.look(
                            LINK,
                            directory + " has " + (free >> 20) + " MB left." + LOST,
                            "make room: sudo journalctl --vacuum-size=50M; sudo apt-get clean; df -h " + there)
                    : Finding.ok(LINK, directory + " can be written, with " + (free >> 20) + " MB left.");
        } catch (IOException e) {
            return Finding.look(
                    LINK, "The room in " + directory + " cannot be told (" + e.getMessage() + ").", "df -h " + there);
        }
    }
}
