package slipstream.escpos.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrinterProfileTest {
    @TempDir
    Path directory;

    @Test
    void everyProfileOfTheIndexCanBeRead() {
        assertTrue(PrinterProfile.names().size() >= 25, PrinterProfile.names().toString());
        for (String name : PrinterProfile.names()) {
            PrinterProfile profile = PrinterProfile.named(name);
            assertEquals(name, profile.name());
            assertTrue(profile.columns(0) >= 30, name + " has a line of " + profile.columns(0) + " characters");
            int bladeMm = Math.round(profile.bladeDistanceDots() * 25.4f / profile.dpi());
            assertTrue(bladeMm >= 10 && bladeMm <= 20, name + " has its blade at " + bladeMm + " mm");
        }
    }

    @Test
    void noTwoPrintersGoByOneName() throws IOException {
        Set<String> seen = new HashSet<>();
        for (String line : index()) {
            for (String name : line.split(" ")) {
                assertTrue(seen.add(name), name + " stands twice in the index");
                assertEquals(line.split(" ")[0], PrinterProfile.named(name).name());
            }
        }
    }

    @Test
    void everyFactStandsBelowItsSource() throws IOException {
        for (String name : PrinterProfile.names()) {
            List<String> lines = resource(name + ".properties");
            assertTrue(lines.getFirst().startsWith("# "), name);
            boolean like = lines.stream().anyMatch(line -> line.startsWith("like"));
            for (String key :
                    List.of("dots-per-line", "native-qr", "blade-distance-dots", "code-page-table", "fonts")) {
                int at = IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).startsWith(key + " ="))
                        .findFirst()
                        .orElse(-1);
                assertTrue(
                        like
                                || lines.subList(Math.max(1, at - 6), Math.max(1, at)).stream()
                                        .anyMatch(line -> line.startsWith("#")),
                        name + ": " + key);
            }
        }
    }

    @Test
    void theMotionUnitsOfTheEpsonFamiliesAreThoseOfTheirManuals() {
        for (String name : List.of("tm-t88ii", "tm-t88iii", "tm-t88iv", "tm-t88v", "tm-t88vi", "tm-t88vii", "tm-t70")) {
            PrinterProfile profile = PrinterProfile.named(name);
            assertEquals(List.of(180, 360), List.of(profile.unitsPerInchX(), profile.unitsPerInchY()), name);
            assertEquals(512, profile.dotsPerLine(), name);
        }
        for (String name : List.of("tm-t20", "tm-t82", "tm-m30", "tm-m50", "tm-l90")) {
            PrinterProfile profile = PrinterProfile.named(name);
            assertEquals(List.of(203, 406), List.of(profile.unitsPerInchX(), profile.unitsPerInchY()), name);
        }
        assertEquals(203, PrinterProfile.named("tm-p20").unitsPerInchY());
    }

    @Test
    void whatCannotDrawIsSaidNotTo() {
        PrinterProfile pins = PrinterProfile.named("tm-u220");
        assertFalse(pins.raster());
        assertEquals(0, pins.maxRasterRows());
        assertEquals(Support.NO, pins.nativeQr());
        assertTrue(PrinterProfile.named("star-tsp100").has(Quirk.IGNORES_ESC_POS));
        assertTrue(PrinterProfile.named("nt-5890k").has(Quirk.IGNORES_ESC_J));
        assertFalse(PrinterProfile.named("sunmi-v2").cutter());
    }

    @Test
    void aTechniciansFileSaysOnlyWhatIsOtherwise() throws IOException {
        PrinterProfile own = read("""
                # Till 3
                like = tm-t20ii
                model = Till 3

                blade-distance-dots = 131
                quirks = prints-pending-on-raster, swallows-lf-after-raster
                """);
        assertEquals("till", own.name());
        assertEquals("Till 3", own.model());
        assertEquals(131, own.bladeDistanceDots());
        assertEquals(406, own.unitsPerInchY());
        assertEquals(Set.of(Quirk.PRINTS_PENDING_ON_RASTER, Quirk.SWALLOWS_LF_AFTER_RASTER), own.quirks());
    }

    @Test
    void aProfileWithoutABaseNeedsEveryKey() throws IOException {
        assertEquals(
                "In till.properties the key \"model\" is missing; it is a text, and \"like = generic-80mm\" would take what"
                        + " is missing from there.",
                wrong("raster = yes\n"));
    }

    @Test
    void mistakesAreToldByLineAndKey() throws IOException {
        assertEquals(
                "In till.properties, line 2, there is no key \"bladedistance-dots\"; was \"blade-distance-dots\" meant?",
                wrong("like = generic-80mm\nbladedistance-dots = 3\n"));
        assertEquals(
                "In till.properties, line 2, the key \"dpi\" is \"2030\", but must be a whole number from 50 to 1200.",
                wrong("like = generic-80mm\ndpi = 2030\n"));
        assertEquals(
                "In till.properties, line 2, the key \"cutter\" is \"true\", but must be \"yes\" or \"no\".",
                wrong("like = generic-80mm\ncutter = true\n"));
        assertEquals(
                "In till.properties, line 2, the key \"native-qr\" is \"\", but must be one of yes, no, unknown.",
                wrong("like = generic-80mm\nnative-qr =\n"));
        assertEquals(
                "In till.properties, line 3, the key \"dpi\" stands already on line 2.",
                wrong("like = generic-80mm\ndpi = 203\ndpi = 203\n"));
        assertEquals("In till.properties, line 1, \"80 mm\" is not of the form key = value.", wrong("80 mm\n"));
        assertEquals(
                "In till.properties, line 1, there is no printer profile \"tm-t2o\"; was \"tm-t20\" meant?",
                wrong("like = tm-t2o\n"));
        assertEquals(
                "In till.properties, line 2, the key \"fonts\" is \"12x240\", but must be the cells of the fonts from A on,"
                        + " such as 12x24 9x17, 4 to 32 dots wide and 4 to 64 high.",
                wrong("like = generic-80mm\nfonts = 12x240\n"));
    }

    @Test
    void whatIsNoTextIsRefusedInOneSentence() throws IOException {
        Path file = directory.resolve("till.properties");
        Files.write(file, new byte[] {(byte) 0xFF, 0x1B, 0x40});
        assertTrue(message(file).endsWith("is not text in UTF-8, as a printer profile has to be."), message(file));
        Files.write(file, new byte[70_000]);
        assertTrue(message(file).endsWith("has 70000 bytes, but a printer profile has at most 65536."), message(file));
        Path none = directory.resolve("none");
        assertEquals("There is no file " + none + " to read a printer profile from.", message(none));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearest() {
        var near = assertThrows(ProfileException.class, () -> PrinterProfile.named("tm-t88vx"));
        assertTrue(
                near.getMessage().startsWith("There is no printer profile \"tm-t88vx\"; was \"tm-t88"),
                near.getMessage());
        var far = assertThrows(ProfileException.class, () -> PrinterProfile.named("LaserWriter"));
        assertTrue(far.getMessage().contains("known are generic-80mm, generic-58mm"), far.getMessage());
    }

    private PrinterProfile read(String text) throws IOException {
        return PrinterProfile.read(Files.writeString(directory.resolve("till.properties"), text));
    }

    private String wrong(String text) throws IOException {
        Files.writeString(directory.resolve("till.properties"), text);
        return message(directory.resolve("till.properties")).replace(directory + "/", "");
    }

    private static String message(Path file) {
        return assertThrows(ProfileException.class, () -> PrinterProfile.read(file))
                .getMessage();
    }

    private static List<String> index() throws IOException {
        return resource("profiles.index").stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static List<String> resource(String name) throws IOException {
        try (var in =
                new BufferedReader(new InputStreamReader(PrinterProfile.class.getResourceAsStream(name), UTF_8))) {
            return in.lines().toList();
        }
    }
}
