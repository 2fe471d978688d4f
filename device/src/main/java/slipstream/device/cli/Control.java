package slipstream.device.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.tinylog.Logger;
import slipstream.device.config.BoxConfig;
import slipstream.device.control.ControlServer;

/// The running box's ear for commands. A box that cannot have one prints all the same.
record Control(Optional<ControlServer> server) implements AutoCloseable {
    /// Where a box answers that systemd runs.
    static final Path USUAL = Path.of("/run/slipstream/control");

    /// @param file of which it is told to read it again
    static Control start(BoxConfig config, Box box, Path file) {
        Optional<Path> socket = config.places().socket();
        if (socket.isEmpty()) {
            Logger.info("No [control] socket is configured: slipstream status cannot ask this box.");
            return new Control(Optional.empty());
        }
        try {
            return new Control(Optional.of(ControlServer.start(socket.get(), box::status, () -> box.reload(file))));
        } catch (IOException e) {
            Logger.warn("slipstream status cannot ask this box: {}", e.getMessage());
            return new Control(Optional.empty());
        }
    }

    @Override
    public void close() {
        server.ifPresent(ControlServer::close);
    }
}
