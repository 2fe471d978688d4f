package slipstream.acceptance.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import slipstream.acceptance.Program;

/// A box that starts as fast as an installed one: from a jar, with the classes that its first life left prepared.
final class QuickStart {
    private QuickStart() {}

    /// The command line of the box's program.
    ///
    /// @param directory for the jar, and for what the first life to end in order leaves there
    static List<String> box(Path directory, String... arguments) throws IOException {
        Path jar = directory.resolve("box.jar");
        Path device = Program.project().resolve("device/target");
        int result = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "--create",
                        "--file",
                        jar.toString(),
                        "-C",
                        device.resolve("classes").toString(),
                        ".");
        if (result != 0) {
            throw new IOException("no jar can be made of " + device);
        }
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-Xlog:disable",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + directory.resolve("box.jsa"),
                "-cp",
                jar + ":" + device.resolve("lib") + "/*",
                "slipstream.device.cli.Main"));
        command.addAll(List.of(arguments));
        return command;
    }
}
