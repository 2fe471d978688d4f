package slipstream.escpos.profile;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import slipstream.escpos.command.Grammar;

/// What one printer model can do, as its data file says.
///
/// A technician's own file ([#read]) has the same keys; with `like = generic-80mm` it need only say what is
/// otherwise.
///
/// @param name the file's name without its ending: `generic-80mm`
/// @param model what a technician calls it
/// @param dialect the language it understands, a name of [Grammar#names]: `escpos`
/// @param dotsPerLine the widest line, in dots
/// @param dpi dots an inch, both ways
/// @param unitsPerInchX horizontal motion units an inch at power-on
/// @param unitsPerInchY vertical motion units an inch at power-on
/// @param fonts the cells of its fonts, from A on; never empty
/// @param twoByteCell the cell of two-byte characters, in font A (`FS ( A`)
/// @param codePageTable whose numbers `ESC t` has: `epson`
/// @param twoByte the code system of two-byte mode
/// @param twoByteFromPowerOn whether high bytes pair up to Chinese characters without `FS &`
/// @param nativeQr whether it draws QR Codes itself (`GS ( k`)
/// @param raster whether it prints rasters (`GS v 0`)
/// @param maxRasterRows the tallest raster it prints whole, in dots; 0 without rasters
/// @param printSpeedMmPerS how fast paper moves while printing
/// @param cutter whether it has a blade
/// @param bladeDistanceDots from the print line to the blade or the tear bar, in dots
/// @param quirks what it does otherwise than the manual
public record PrinterProfile(
        String name,
        String model,
        String dialect,
        int dotsPerLine,
        int dpi,
        int unitsPerInchX,
        int unitsPerInchY,
        List<FontCell> fonts,
        FontCell twoByteCell,
        String codePageTable,
        TwoByte twoByte,
        boolean twoByteFromPowerOn,
        Support nativeQr,
        boolean raster,
        int maxRasterRows,
        int printSpeedMmPerS,
        boolean cutter,
        int bladeDistanceDots,
        Set<Quirk> quirks) {

    /// The one key that may be missing: nearly all printers have the same cell.
    private static final String TWO_BYTE_CELL = "two-byte-cell";

    private static final FontCell TWO_BYTE_CELL_OF_MOST = new FontCell(24, 24);
    static final String ENDING = ".properties";

    /// The tables that `code-page-table` may name: those of the data file of `slipstream.escpos.text`.
    private static final List<String> CODE_PAGE_TABLES = List.of(
            "epson",
            "bixolon",
            "bixolon-legacy",
            "citizen",
            "hp",
            "xprinter",
            "zjiang",
            "mpt",
            "cw",
            "star",
            "star-line",
            "fujitsu",
            "bematech");

    static final List<String> KEYS = List.of(
            "like",
            "model",
            "dialect",
            "dots-per-line",
            "dpi",
            "units-per-inch-x",
            "units-per-inch-y",
            "fonts",
            TWO_BYTE_CELL,
            "code-page-table",
            "two-byte",
            "two-byte-from-power-on",
            "native-qr",
            "raster",
            "max-raster-rows",
            "print-speed-mm-per-s",
            "cutter",
            "blade-distance-dots",
            "quirks");

    /// The 80 mm printer that most are like: 576 dots at 203 dpi.
    public static final PrinterProfile GENERIC_80MM = named("generic-80mm");

    /// The 58 mm printer that most are like: 384 dots at 203 dpi, no blade.
    public static final PrinterProfile GENERIC_58MM = named("generic-58mm");

    /// The names of the profiles that come with the project.
    public static List<String> names() {
        return ProfileIndex.names();
    }

    /// The names that `code-page-table` may have.
    public static List<String> codePageTables() {
        return CODE_PAGE_TABLES;
    }

    /// The profile of that name, or of the printer that also goes by it (`tm-t20ii`).
    ///
    /// @throws ProfileException when there is none; the message is a sentence that tells the nearest name,
    ///     or all
    public static PrinterProfile named(String name) {
        return of(ProfileFiles.bundled(name));
    }

    /// The profile that a technician has written.
    ///
    /// @throws ProfileException when the file is not there or says something wrong; the message is a
    ///     sentence that names file, line and key
    public static PrinterProfile read(Path file) {
        return of(ProfileFiles.own(file));
    }

    /// The profile that somebody chose in writing: by name, or by a file of their own, which ends in `.properties` or
    /// stands in a directory that is named too.
    ///
    /// @param directory what the file's name counts from
    /// @throws ProfileException as [#named] and [#read] do
    public static PrinterProfile chosen(String written, Path directory) {
        return of(ProfileFiles.chosen(written, directory));
    }

    /// What the file of such a profile says, each fact with its source: its own before those that it has from another.
    ///
    /// @throws ProfileException as [#chosen] does
    public static List<ProfileFact> facts(String written, Path directory) {
        ProfileFile file = ProfileFiles.chosen(written, directory);
        of(file);
        return file.facts();
    }

    /// Whether it has that quirk.
    public boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    /// The cell of font `font` (0 is A); the last font's where there is no such.
    public FontCell font(int font) {
        return fonts.get(Math.min(font, fonts.size() - 1));
    }

    /// Characters of font `font` on a line.
    public int columns(int font) {
        return dotsPerLine / font(font).width();
    }

    private static PrinterProfile of(ProfileFile file) {
        boolean raster = file.yes("raster");
        var profile = new PrinterProfile(
                file.name(),
                file.text("model"),
                file.choice("dialect", Grammar.names()),
                file.number("dots-per-line", 64, 4096),
                file.number("dpi", 50, 1200),
                file.number("units-per-inch-x", 1, 2400),
                file.number("units-per-inch-y", 1, 2400),
                file.fonts("fonts"),
                file.says(TWO_BYTE_CELL) ? file.cell(TWO_BYTE_CELL) : TWO_BYTE_CELL_OF_MOST,
                file.choice("code-page-table", CODE_PAGE_TABLES),
                file.choice("two-byte", TwoByte.class),
                file.yes("two-byte-from-power-on"),
                file.choice("native-qr", Support.class),
                raster,
                file.number("max-raster-rows", raster ? 24 : 0, raster ? 65_535 : 0),
                file.number("print-speed-mm-per-s", 1, 1000),
                file.yes("cutter"),
                file.number("blade-distance-dots", 0, 1000),
                file.choices("quirks", Quirk.class));
        if (profile.twoByteFromPowerOn && profile.twoByte == TwoByte.NONE) {
            throw file.wrong("two-byte-from-power-on", "\"two-byte-from-power-on\" is yes, but \"two-byte\" is none");
        }
        return profile;
    }
}
