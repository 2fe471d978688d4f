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
import slipstream.device.port.TcpConnector;
import slipstream.device.port.TcpPlace;

/// Examines a box, link by link, from the POS on.
public final class Doctor {
    private static final String CONFIGURATION = "configuration";
    private static final String TESSERACT = "tesseract";

    private final Consumer<Finding> tell;
    private final Clock clock;
    private final String tesseract;

    Doctor(Consumer<Finding> tell, Clock clock, String tesseract) {
        this.tell = tell;
        this.clock = clock;
        this.tesseract = tesseract;
    }

    /// A doctor of this machine.
    ///
    /// @param tell told of each link as soon as it is examined
    public static Doctor of(Consumer<Finding> tell) {
        return new Doctor(tell, Clock.systemUTC(), TESSERACT);
    }

    /// Examines what the configuration at `file` describes.
    public void examine(Path file, BoxConfig config) {
        tell.accept(Finding.ok(CONFIGURATION, file + " is right."));
        config.lines().forEach(this::examine);
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

    private void examine(LineConfig line) {
        tell(new LearnedRules(line.rules()));
        boolean inUse = true;
        if (line.bridge().listen() instanceof TcpPlace tcp) {
            var pos = PosPort.at(tcp.address());
            tell(pos);
            inUse = pos.mayBeRunning();
        } else {
            tell.accept(
                    Finding.ok(PosPort.LINK, line.bridge().listen().name() + " is looked at by the running box only."));
        }
        if (line.bridge().printer() instanceof TcpConnector) {
            tell(new Printer(line.bridge(), inUse));
        } else {
            tell.accept(Finding.ok(
                    Printer.LINK, line.bridge().printer().name() + " is looked at by the running box only."));
        }
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
