package slipstream.device.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tinylog.Logger;
import slipstream.device.claim.ReceiptNote;
import slipstream.device.config.BoxConfig;
import slipstream.device.control.ControlServer;
import slipstream.device.control.Wrongs;
import slipstream.device.page.Gallery;
import slipstream.device.page.PageServer;
import slipstream.device.page.PageView;
import slipstream.device.report.Status;

/// The running box's ear for commands and its live page. A box that cannot have them prints all the same.
record Control(Optional<ControlServer> server, Optional<PageServer> page) implements AutoCloseable {
    /// Where a box answers that systemd runs.
    static final Path USUAL = Path.of("/run/slipstream/control");

    private static final int NOTES = 20;

    /// @param file of which it is told to read it again
    static Control start(BoxConfig config, Box box, Path file) {
        Optional<PageServer> page = page(config, box);
        Optional<Path> socket = config.places().socket();
        if (socket.isEmpty()) {
            Logger.info("No [control] socket is configured: slipstream status cannot ask this box.");
            return new Control(Optional.empty(), page);
        }
        try {
            var asked = new Asked(box, file, page);
            return new Control(Optional.of(ControlServer.start(socket.get(), asked.rows())), page);
        } catch (IOException e) {
            Logger.warn("slipstream status cannot ask this box: {}", e.getMessage());
            return new Control(Optional.empty(), page);
        }
    }

    private static Optional<PageServer> page(BoxConfig config, Box box) {
        if (config.places().page().isEmpty()) {
            return Optional.empty();
        }
        var gallery = new Gallery(Clock.systemUTC());
        try {
            var page = PageServer.start(
                    config.places().page().get(), config.places().store(), gallery, () -> view(box));
            box.tap().add(gallery);
            Logger.info("The live page is switched on: slipstream page says where.");
            return Optional.of(page);
        } catch (IOException e) {
            Logger.warn("There is no live page: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static PageView view(Box box) {
        Status status = box.status();
        Map<String, List<ReceiptNote>> notes = box.lines().stream()
                .collect(Collectors.toMap(
                        Line::name,
                        line -> box.backroom().recent().last(1_000).stream()
                                .filter(note ->
                                        note.till().equals(line.config().till().name()))
                                .limit(NOTES)
                                .toList()));
        return new PageView(status, Wrongs.in(status), notes);
    }

    @Override
    public void close() {
        server.ifPresent(ControlServer::close);
        page.ifPresent(PageServer::close);
    }
}
