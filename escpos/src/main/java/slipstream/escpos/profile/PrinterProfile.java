package slipstream.escpos.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/// What one printer model can do, as its data file says.
///
/// @param name the file's name without its ending: `generic-80mm`
/// @param model what a technician calls it
/// @param dotsPerLine the widest line, in dots
/// @param dpi dots an inch, both ways
/// @param unitsPerInchX horizontal motion units an inch at power-on
/// @param unitsPerInchY vertical motion units an inch at power-on
/// @param twoByteFromPowerOn whether high bytes pair up to Chinese characters without `FS &`
/// @param cutter whether it has a blade
/// @param bladeDistanceDots from the print line to the blade or the tear bar, in dots
public record PrinterProfile(
        String name,
        String model,
        int dotsPerLine,
        int dpi,
        int unitsPerInchX,
        int unitsPerInchY,
        boolean twoByteFromPowerOn,
        boolean cutter,
        int bladeDistanceDots) {

    /// The 80 mm printer that most are like: 576 dots at 203 dpi.
    public static final PrinterProfile GENERIC_80MM = named("generic-80mm");

    /// The 58 mm printer that most are like: 384 dots at 203 dpi, no blade.
    public static final PrinterProfile GENERIC_58MM = named("generic-58mm");

    /// The names of the profiles that come with the project.
    public static List<String> names() {
        return List.of("generic-80mm", "generic-58mm");
    }

    /// The profile of that name.
    ///
    /// @throws IllegalArgumentException when there is none; the message is a sentence that lists the names
    public static PrinterProfile named(String name) {
        try (InputStream in = PrinterProfile.class.getResourceAsStream(name + ".properties")) {
            if (in == null || !names().contains(name)) {
                throw new IllegalArgumentException(
                        "There is no printer profile \"" + name + "\"; known are " + String.join(", ", names()) + ".");
            }
            var facts = new Properties();
            facts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new PrinterProfile(
                    name,
                    facts.getProperty("model"),
                    number(facts, "dots-per-line"),
                    number(facts, "dpi"),
                    number(facts, "units-per-inch-x"),
                    number(facts, "units-per-inch-y"),
                    Boolean.parseBoolean(facts.getProperty("two-byte-from-power-on")),
                    Boolean.parseBoolean(facts.getProperty("cutter")),
                    number(facts, "blade-distance-dots"));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static int number(Properties facts, String key) {
        return Integer.parseInt(facts.getProperty(key).strip());
    }
}
