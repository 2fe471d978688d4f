package slipstream.device.doctor;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The machine that this program runs on.
///
/// @param root of its file system
record Machine(Path root) {
    /// This one.
    static final Machine THIS = new Machine(Path.of("/"));

    /// Whether a program of that name runs, as the kernel tells it.
    boolean runs(String program) {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(root.resolve("proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (name(process).equals(program)) {
                    return true;
                }
            }
            return false;
        } catch (IOException ignored) {
            return false;
        }
    }

    /// The device files whose names begin so.
    List<Path> devices(String begin) {
        List<Path> devices = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(root.resolve("dev"), begin + "*")) {
            found.forEach(devices::add);
        } catch (IOException ignored) {
            // Then there are none.
        }
        devices.sort(null);
        return devices;
    }

    private static String name(Path process) {
        try {
            return Files.readString(process.resolve("comm")).strip();
        } catch (IOException ignored) {
            return "";
        }
    }

    /// How `user` gets at `file`: by its group, as udev gives devices away.
    static String join(Path file) {
        String user = System.getProperty("user.name");
        String group = "the group of " + file;
        try {
            group = String.valueOf(Files.getAttribute(file, "posix:group"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException ignored) {
            // Said in words then.
        }
        return "let it in: sudo usermod -aG " + group + " " + user + ", and start the box again.";
    }
}
