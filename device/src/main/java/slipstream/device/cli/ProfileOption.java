package slipstream.device.cli;

import picocli.CommandLine.Option;
import slipstream.escpos.profile.PrinterProfile;

/// Which printer.
final class ProfileOption {
    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "generic-80mm",
            description =
                    "The printer: a name that \"slipstream profiles\" lists, or a file of your own, NAME.properties;"
                            + " default ${DEFAULT-VALUE}.")
    private String name;

    PrinterProfile profile() {
        return ProfileSource.of(name).profile();
    }
}
