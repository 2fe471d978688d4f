package slipstream.device.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import slipstream.cloudlink.client.ClientOptions;
import slipstream.device.config.BoxConfig;
import slipstream.device.config.LineConfig;
import slipstream.device.port.Address;
import slipstream.device.port.TcpConnector;
import slipstream.device.port.TcpPlace;
import slipstream.device.port.lpd.LpdPlace;
import slipstream.device.port.serial.SerialPlace;
import slipstream.device.port.usb.GadgetPlace;

/// Examines a box, link by link, from the POS on.
public final class Doctor {
    private static final String CONFIGURATION = "configuration";
    private static final String TESSERACT = "tesseract";
    private static final Path USUAL_SOCKET = Path.of("/run/slipstream/control");

    private final Consumer<Finding> tell;
    private final Clock clock;
    private final String tesseract;
    private final Machine machine;

    Doctor(Consumer<Finding> tell, Clock clock, String tesseract, Machine machine) {
        this.machine = machine;
        this.tell = tell;
        this.clock = clock;
        this.tesseract = tesseract;
    }

    /// A doctor of this machine.
    ///
    /// @param tell told of each link as soon as it is examined
    public static Doctor of(Consumer<Finding> tell) {
        return new Doctor(tell, Clock.systemUTC(), TESSERACT, Machine.THIS);
    }

    /// Examines what the configuration at `file` describes.
    public void examine(Path file, BoxConfig config) {
        tell.accept(Finding.ok(CONFIGURATION, file + " is right."));
        List<Finding> running = new RunningBox(config.places().socket().orElse(USUAL_SOCKET)).find();
        running.forEach(tell);
        boolean runs = running.getFirst().state() == Finding.State.OK;
        config.lines().forEach(line -> (config.lines().size() == 1 ? this : of(line)).examine(line, runs));
        machine(config);
        tell(clock(config.service()));
        String till = config.lines().getFirst().till().name();
        config.service().ifPresentOrElse(service -> examine(service, till), this::tellOfNoService);
        tell(new PictureReading(tesseract));
    }

    /// Examines what there is without a configuration.
    ///
    /// @param errors what is wrong with it, a sentence each
    public void examine(Path file, List<String> errors) {
        String own = file.getFileName().toString();
        for (String error : errors) {
            boolean ours = error.startsWith(own);
            tell.accept(Finding.broken(
                    ours ? CONFIGURATION : LearnedRules.LINK,
                    error,
                    "mend " + (ours ? file : "it, or learn it again: slipstream learn")
                            + ", then run this again: the rest needs it."));
        }
        tell(clock(Optional.empty()));
        tell(new PictureReading(tesseract));
    }

    /// One that says of which line it tells.
    private Doctor of(LineConfig line) {
        return new Doctor(finding -> tell.accept(finding.of(line.name())), clock, tesseract, machine);
    }

    private void examine(LineConfig line, boolean runs) {
        tell(new LearnedRules(line.rules()));
        boolean inUse = runs;
        switch (line.bridge().listen()) {
            case TcpPlace tcp -> inUse = pos(tcp.address()) || runs;
            case LpdPlace lpd -> inUse = pos(lpd.address()) || runs;
            case SerialPlace serial ->
                tell(new DeviceFile(
                        PosPort.LINK, "[pos] listen", serial.settings().device()));
            case GadgetPlace gadget -> tell(new DeviceFile(PosPort.LINK, "[pos] listen", gadget.path()));
            default ->
                tell.accept(Finding.ok(
                        PosPort.LINK,
                        line.bridge().listen().name() + " is opened by the system, and looked at by the running box."));
        }
        Optional<Path> device = device(line);
        if (device.isPresent()) {
            tell(new DeviceFile(Printer.LINK, "[printer] address", device.get()));
        } else {
            tell(new Printer(line.bridge(), inUse));
        }
    }

    /// @return whether a box may be running there
    private boolean pos(Address address) {
        var pos = PosPort.at(address);
        tell(pos);
        return pos.mayBeRunning();
    }

    /// The device that the printer is at; empty when it is in the network.
    private static Optional<Path> device(LineConfig line) {
        String name = line.bridge().printer().name();
        int begin = name.indexOf('/');
        return line.bridge().printer() instanceof TcpConnector || begin < 0
                ? Optional.empty()
                : Optional.of(Path.of(name.substring(begin).split(",")[0]));
    }

    private void machine(BoxConfig config) {
        boolean serial = config.lines().stream()
                .anyMatch(line -> line.bridge().listen() instanceof SerialPlace
                        || line.bridge().printer().name().startsWith("serial:"));
        boolean usb = config.lines().stream()
                .anyMatch(line -> device(line)
                        .filter(path -> path.toString().contains("/usb/"))
                        .isPresent());
        if (serial || usb) {
            tell(new Disturbers(machine, serial, usb));
        }
        if (config.service().isPresent()) {
            tell(new StoreDirectory(config.places().store()));
        }
        config.panel().ifPresent(ignored -> tell(new Gpio(machine)));
    }

    private void examine(ClientOptions service, String till) {
        boolean certificate = tell(new BoxCertificate(service, clock));
        boolean address = tell(new ServiceAddress(service.service()));
        if (certificate && address) {
            tell(new Service(service, till));
        } else {
            tell.accept(
                    Finding.look(Service.LINK, "It was not asked.", "mend what is broken above, then run this again."));
        }
    }

    private void tellOfNoService() {
        tell.accept(Finding.look(
                Service.LINK,
                "None is configured: receipts pass as they are, without claim links.",
                "add [service] to the configuration when this box shall print them."));
    }

    /// @return whether the link may be relied on
    private boolean tell(Check check) {
        Finding finding = check.find();
        tell.accept(finding);
        return finding.state() != Finding.State.BROKEN;
    }

    private BoxClock clock(Optional<ClientOptions> service) {
        return new BoxClock(clock, built(), service);
    }

    private static Instant built() {
        var build = new Properties();
        try (InputStream in = Doctor.class.getResourceAsStream("build.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Instant.parse(build.getProperty("time"));
    }
}
