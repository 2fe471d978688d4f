package slipstream.device.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Runs commands, and keeps what the last one wrote.
final class Shell {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final byte[] in;

    /// A shell whose commands find `in` at standard input.
    Shell(byte[] in) {
        this.in = in;
    }

    /// Runs a command; returns its exit code.
    int run(String... arguments) {
        return run(false, arguments);
    }

    /// Runs a command whose output a person reads at a terminal.
    int runAtTerminal(String... arguments) {
        return run(true, arguments);
    }

    private int run(boolean terminal, String... arguments) {
        out.reset();
        err.reset();
        return Main.run(
                arguments,
                new Streams(
                        new ByteArrayInputStream(in),
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        () -> terminal));
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    List<String> lines() {
        return out().lines().toList();
    }

    String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
