package slipstream.device.cli;

import java.util.ArrayList;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import slipstream.escpos.profile.PrinterProfile;

/// Which printer.
final class ProfileOption {
    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "generic-80mm",
            converter = ByName.class,
            completionCandidates = Names.class,
            description = "The printer: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private PrinterProfile profile;

    PrinterProfile profile() {
        return profile;
    }

    private static final class ByName implements ITypeConverter<PrinterProfile> {
        @Override
        public PrinterProfile convert(String name) {
            try {
                return PrinterProfile.named(name);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    private static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Names() {
            super(PrinterProfile.names());
        }
    }
}
