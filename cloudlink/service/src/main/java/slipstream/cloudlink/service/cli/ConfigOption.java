package slipstream.cloudlink.service.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Option;
import slipstream.cloudlink.service.config.Configuration;
import slipstream.cloudlink.service.office.Offices;

/// `--config FILE`, which every command but the simulator takes.
final class ConfigOption {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            required = true,
            description = "the service's configuration (TOML)")
    private Path file;

    Configuration read() throws IOException {
        return Configuration.read(file);
    }

    Offices offices() throws IOException {
        return Offices.open(read(), Clock.systemUTC());
    }
}
