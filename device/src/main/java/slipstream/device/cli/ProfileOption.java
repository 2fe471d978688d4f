package slipstream.device.cli;

import java.nio.file.Path;
import java.util.function.BiFunction;
import picocli.CommandLine.Option;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.profile.ProfileException;

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
        return chosen(name, PrinterProfile::chosen);
    }

    /// What `choose` makes of a profile that somebody typed.
    ///
    /// @throws Failure when there is none, or its file says something wrong
    static <T> T chosen(String typed, BiFunction<String, Path, T> choose) {
        try {
            return choose.apply(typed, Path.of(""));
        } catch (ProfileException e) {
            throw Failure.wrongUse(sentence(typed, e.getMessage()));
        }
    }

    /// All names are too many for a sentence.
    private static String sentence(String typed, String sentence) {
        return sentence.contains("; known are " + PrinterProfile.names().getFirst())
                ? "There is no printer profile \"" + typed + "\"; \"slipstream profiles\" lists those there are."
                : sentence;
    }
}
