package slipstream.device.cli;

import java.nio.file.Path;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.profile.ProfileException;

/// A printer profile and where it is from: those of the project by name, a technician's own by file.
///
/// @param profile the profile
/// @param file the technician's file, or null
record ProfileSource(PrinterProfile profile, Path file) {
    /// The profile that somebody typed.
    ///
    /// @throws Failure when there is none, or its file says something wrong
    static ProfileSource of(String typed) {
        try {
            if (typed.endsWith(".properties") || typed.contains("/")) {
                Path file = Path.of(typed);
                return new ProfileSource(PrinterProfile.read(file), file);
            }
            return new ProfileSource(PrinterProfile.named(typed), null);
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
