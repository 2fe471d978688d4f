package slipstream.escpos.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.state.CharacterStyle.Trait;
import slipstream.escpos.state.Layout.Justification;
import slipstream.escpos.state.Modes.Mode;
import slipstream.escpos.testing.Bytecode;

class PrinterStateTest {
    private static final PrinterState INITIAL = PrinterState.initial(PrinterProfile.GENERIC_80MM);

    /// Every line of the state model: the bytes that set it, and what of the state they set.
    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '|', textBlock = """
            1B 4C                          | modes.page                | true
            1B 4C 1B 53                    | modes.page                | false
            1B 4C 0C                       | modes.page                | false
            "a" 1B 4C                      | modes.page                | false
            "a"                            | lineEmpty                 | false
            "a" 0A                         | lineEmpty                 | true
            09                             | lineEmpty                 | false
            1B 24 08 00                    | lineEmpty                 | false
            1B 24 00 00                    | lineEmpty                 | true
            1B 5C 08 00                    | lineEmpty                 | false
            1B 2A 00 01 00 FF              | lineEmpty                 | false
            "a" 1B 4A 00                   | lineEmpty                 | true
            "a" 1B 64 01                   | lineEmpty                 | true
            "a" 1D 54 00                   | lineEmpty                 | true
            1B 3D 02                       | modes.selected            | false
            1B 3D 02 1B 40                 | modes.selected            | false
            1B 3D 02 1B 3D 01              | modes.selected            | true
            1B 2A 72 41                    | modes.raster              | true
            1B 2A 72 41 1B 2A 72 42        | modes.raster              | false
            1B 2A 72 41 1B 40              | modes.raster              | false
            "a" 1B 2A 72 41                | lineEmpty                 | true
            1B 2A 72 41 62 01 00 FF        | lineEmpty                 | false
            1B 2A 72 41 62 01 00 FF 1B 2A 72 43 | lineEmpty            | true
            1B 2A 72 41 62 01 00 FF 1B 0C 04 | lineEmpty               | true
            1B 2A 72 41 62 01 00 FF 1B 2A 72 42 | lineEmpty            | true
            1B 2A 72 41 "ABC" 0A 1B 2A 72 42 | lineEmpty               | true
            1B 61 01                       | justification             | CENTRE
            1B 61 32                       | justification             | RIGHT
            1B 61 03                       | justification             | LEFT
            "a" 1B 61 01                   | justification             | LEFT
            1B 4C "a" 1B 61 01             | justification             | CENTRE
            1B 4D 01                       | font                      | 1
            1B 4D 01 1B 21 00              | font                      | 0
            1B 21 01 1B 4D 00              | font                      | 0
            1B 45 01                       | EMPHASIZED                | true
            1B 45 01 1B 21 00              | EMPHASIZED                | false
            1B 21 08                       | EMPHASIZED                | true
            1B 47 01 1B 21 00              | DOUBLE_STRIKE             | true
            1B 2D 02                       | underline                 | 2
            1B 2D 02 1B 21 00              | underline                 | 0
            1B 2D 02 1B 21 80              | underline                 | 2
            1B 21 80                       | underline                 | 1
            1D 21 23                       | size                      | 3x4
            1D 21 23 1B 21 30              | size                      | 2x2
            1B 21 30 1D 21 00              | size                      | 1x1
            1D 21 80                       | size                      | 1x1
            1C 21 0C                       | size                      | 2x2
            1C 57 01                       | size                      | 2x2
            1C 57 01 1D 21 00              | size                      | 1x1
            1B 7B 01                       | UPSIDE_DOWN               | true
            "a" 1B 7B 01                   | UPSIDE_DOWN               | false
            1B 56 01                       | ROTATED                   | true
            1D 42 01                       | INVERSE                   | true
            1D 62 01                       | SMOOTHED                  | true
            1B 20 05                       | characterSpacing          | 5
            1B 20 05 1B 4C                 | characterSpacing          | 0
            1B 20 05 1B 4C 1B 20 07 1B 53  | characterSpacing          | 5
            1B 33 50                       | lineSpacing               | 80
            1B 33 50 1B 32                 | lineSpacing               | 30
            1B 33 50 1B 4C                 | lineSpacing               | 30
            1B 33 50 1B 4C 1B 33 40 0C     | lineSpacing               | 80
            1B 33 50 1D 50 00 64           | lineSpacing               | 80
            1D 50 00 64 1B 33 32           | lineSpacing               | 102
            1D 4C 20 00                    | leftMargin                | 32
            "a" 1D 4C 20 00                | leftMargin                | 0
            1D 4C 20 00 1D 50 64 00        | leftMargin                | 32
            1D 50 64 00 1D 4C 32 00        | leftMargin                | 102
            1D 57 00 01                    | areaWidth                 | 256
            1D 57 00 00                    | areaWidth                 | 576
            1B 4C 1D 57 00 01 1B 53        | areaWidth                 | 256
            1B 44 04 08 00                 | tabStops                  | [48, 96]
            1B 44 04 08 00 1D 21 11        | tabStops                  | [48, 96]
            1B 44 04 00 1B 44 00           | tabStops                  | []
            1B 74 11                       | codeTable                 | 17
            1B 52 08                       | international             | 8
            1B 25 01                       | userCharacters            | true
            1B 26 03 41 41 01 FF 00 FF     | places                    | [character 0 65]
            1B 26 03 41 41 01 FF 00 FF 1B 3F 41 | places               | []
            1C 26                          | kanji                     | true
            1C 26 1C 2E                    | kanji                     | false
            1C 2D 01                       | kanjiUnderline            | 1
            1C 2D 01 1C 21 00              | kanjiUnderline            | 0
            1C 53 03 04                    | kanjiSpacing              | 3/4
            1C 43 01                       | kanjiSystem               | 1
            1C 28 43 02 00 30 02           | utf8                      | true
            1D 68 50                       | barcodeHeight             | 80
            1D 68 00                       | barcodeHeight             | 162
            1D 77 02                       | barcodeWidth              | 2
            1D 48 02                       | hri                       | 2
            1D 66 01                       | hriFont                   | 1
            1D 28 6B 03 00 31 43 06        | places                    | [symbol 49 67]
            1D 28 6B 04 00 31 50 30 41     | places                    | [symbol 49]
            1D 28 6B 04 00 31 50 30 41 1D 28 6B 03 00 31 51 30 | places | [symbol 49]
            1D 2A 01 01 00 00 00 00 00 00 00 00 | places               | [image]
            1D 61 FF                       | places                    | [GS a]
            1B 55 01                       | places                    | [ESC U]
            1D 28 4B 02 00 31 03           | places                    | [GS ( K 49]
            1C 28 65 02 00 33 03           | places                    | [FS ( e 51]
            1D 28 44 03 00 14 01 01        | places                    | [GS ( D 20]
            1D 3A 1C 71 01 01 00 01 00 0000000000000000 | modes.macro  | false
            1D 3A                          | modes.macro               | true
            1D 3A "ab" 0A 1D 3A            | modes.macro               | false
            1D 3A 1B 45 01 "ab" 0A 1D 3A   | macroBytes                | 6
            1D 3A "ab" 1D 5E 01 00 00      | macroBytes                | 0
            1D 3A "ab" 1D 76 30 00 01 00 01 00 FF | macroBytes         | 0
            1D 3A "ab" 1D 76 30 00 01 00 01 00 FF | modes.macro        | false
            1D 3A "ab" 0A 1D 3A 1B 40      | macroBytes                | 3
            1D 3A "ab" 0A 1B 40            | macroBytes                | 0
            1D 3A 1B 45 01 1D 3A 1B 45 00 1D 5E 01 00 00 | EMPHASIZED  | true
            1D 3A 1B 45 01 1D 3A 1B 45 00 1D 5E 00 00 00 | EMPHASIZED  | false
            1D 3A "a" 1D 3A 0A 1D 5E 01 00 00 | lineEmpty              | false
            1B 4C 1B 57 08 00 10 00 80 00 40 00 | pageArea             | 8,16 128x64
            1B 4C 1B 57 08 00 10 00 80 00 40 00 1B 53 | pageArea       | 0,0 0x0
            1B 4C 1B 54 03                 | direction                 | 3
            1B 4C 1B 54 03 0C              | direction                 | 3
            1B 4C 1B 54 03 1B 53           | direction                 | 0
            1B 4C 1D 24 20 00 1D 5C 10 00  | position                  | 48
            1B 4C 1D 24 20 00 0A 1D 5C 10 00 | position                | 78
            1B 4C 0A 1B 4A 14 1B 64 02     | position                  | 110
            0A 1B 4C                       | position                  | 0
            1D 50 64 CB 1B 4C 1B 54 01 1B 33 32 | lineSpacing          | 102
            1D 50 64 CB 1B 4C 1B 54 02 1B 33 32 | lineSpacing          | 50
            1D 50 64 CB 1B 4C 1B 54 03 1B 20 32 | characterSpacing     | 50
            1D 50 64 CB 1B 4C 1B 20 32     | characterSpacing          | 102
            1D 50 64 CB 1B 54 01 1B 20 32  | characterSpacing          | 102
            1D 50 64 CB 1B 4C 1B 54 01 1D 24 32 00 | position          | 102
            1B 4C "a" 1B 53                | lineEmpty                 | true
            1B 4C "a" 18                   | lineEmpty                 | true
            1D 56 61 00                    | modes.reservedCut         | true
            1D 56 61 00 1B 40              | modes.reservedCut         | false
            1D 28 51 02 00 33 01           | modes.rules               | true
            1D 28 51 02 00 33 01 1B 40     | modes.rules               | false
            1D 28 45 03 00 01 "IN"         | modes.userSetting         | true
            1D 28 45 03 00 01 "IN" 1D 28 45 04 00 02 "OUT" | modes.userSetting | false
            1B 45 01 1D 28 45 04 00 02 "OUT" | EMPHASIZED              | false
            """)
    void eachCommandSetsWhatTheManualSays(String stream, String place, String value) {
        PrinterState state = Bytecode.after(INITIAL, Bytecode.of(stream));
        assertEquals(value, show(state, place));
    }

    private static String show(PrinterState state, String place) {
        CharacterStyle style = state.style();
        PageSettings page = state.pageSettings();
        Object value = switch (place) {
            case "modes.page" -> state.page();
            case "modes.macro" -> state.macro();
            case "modes.selected" -> state.selected();
            case "modes.raster" -> state.raster();
            case "modes.userSetting" -> state.modes().is(Mode.USER_SETTING);
            case "modes.rules" -> state.modes().is(Mode.RULES);
            case "modes.reservedCut" -> state.modes().is(Mode.RESERVED_CUT);
            case "lineEmpty" -> state.lineEmpty();
            case "justification" -> state.layout().justification();
            case "font" -> style.font();
            case "underline" -> style.underlineDots();
            case "size" -> style.width() + "x" + style.height();
            case "characterSpacing" -> style.spacingDots();
            case "lineSpacing" -> state.layout().lineSpacing();
            case "leftMargin" -> state.layout().leftMargin();
            case "areaWidth" -> state.layout().areaWidth();
            case "tabStops" -> state.layout().tabStops();
            case "codeTable" -> state.coding().codeTable();
            case "international" -> state.coding().international();
            case "userCharacters" -> state.coding().userCharacters();
            case "kanji" -> state.coding().kanji();
            case "kanjiUnderline" -> state.kanjiStyle().underlineDots();
            case "kanjiSpacing" ->
                state.kanjiStyle().leftDots() + "/" + state.kanjiStyle().rightDots();
            case "kanjiSystem" -> state.coding().kanjiSystem();
            case "utf8" -> state.coding().utf8();
            case "barcodeHeight" -> state.barcode().heightDots();
            case "barcodeWidth" -> state.barcode().moduleDots();
            case "hri" -> state.barcode().hri();
            case "hriFont" -> state.barcode().hriFont();
            case "places" -> state.memory().places().keySet();
            case "macroBytes" -> state.macroBody().bytes();
            case "pageArea" -> page.x() + "," + page.y() + " " + page.width() + "x" + page.height();
            case "direction" -> page.direction();
            case "position" -> page.position();
            default -> style.is(Trait.valueOf(place));
        };
        return value.toString();
    }

    @Test
    void initializeClearsEverythingButMacrosAndWhatIsKeptForEver() {
        byte[] everything = Bytecode.of("""
                1B 21 FF 1B 47 01 1B 7B 01 1B 56 01 1D 42 01 1D 62 01 1B 20 05 1B 33 50 1D 4C 20 00 1D 57 00 01
                1D 50 64 64 1B 44 04 08 00 1B 74 11 1B 52 08 1B 25 01 1C 26 1C 2D 01 1C 53 03 04 1C 43 01
                1C 28 43 02 00 30 02 1D 68 50 1D 77 02 1D 48 02 1D 66 01 1D 28 6B 04 00 31 50 30 41 1D 61 FF
                1B 61 01 1D 28 51 02 00 33 01 1D 56 61 00 1B 4C 1B 54 01 "a" 1B 40""");
        assertEquals(INITIAL, Bytecode.after(INITIAL, everything));
        PrinterState kept =
                Bytecode.after(INITIAL, Bytecode.of("1D 3A 0A 1D 3A 1C 71 01 01 00 01 00 0000000000000000 1B 40"));
        assertEquals(1, kept.macroBody().body().size());
        assertEquals(Set.of("nv images"), kept.memory().places().keySet());
    }

    @Test
    void aMacroStoresNoMoreThanPrintersDo() {
        PrinterState state = Bytecode.after(
                INITIAL, Bytecode.of("1D 3A \"" + "a".repeat(2000) + "\" 0A \"" + "b".repeat(100) + "\" 0A 1D 3A"));
        assertTrue(state.macroBody().bytes() <= 2048);
        assertEquals(3, state.macroBody().body().size());
    }

    @Test
    void aPrinterJoinedInTheMiddleIsUnknownUntilInitialized() {
        PrinterState joined = PrinterState.unknown(PrinterProfile.GENERIC_80MM);
        PrinterState printed = Bytecode.after(joined, Bytecode.of("1B 61 01 \"total\" 0A 0A 0A"));
        assertFalse(printed.blockMayFollow());
        assertTrue(printed.knows(Fact.LINE) || !printed.knows(Fact.DESTINATION));
        PrinterState initialized = Bytecode.after(printed, Bytecode.of("1B 40"));
        assertEquals(Set.of(Fact.MACRO_BODY), initialized.unknown());
        assertTrue(initialized.blockMayFollow());
        assertEquals(INITIAL, initialized.with(new Doubts(Set.of())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10 05 01                            | true
            10 05 02                            | false
            10 05 03                            | false
            10 04 01                            | true
            10 14 01 00 01                      | true
            10 14 08 01 03 14 01 06 02 08       | false
            10 14 08 01 03 14 01 06 02 08 1B 40 | true
            """)
    void whatAClearedBufferLeavesIsNotKnown(String stream, boolean known) {
        assertEquals(known, Bytecode.after(INITIAL, Bytecode.of(stream)).blockMayFollow());
    }

    @Test
    void aMacroThatIsNotKnownMayDoAnything() {
        PrinterState state =
                Bytecode.after(PrinterState.unknown(PrinterProfile.GENERIC_80MM), Bytecode.of("1B 40 1D 5E 01 00 00"));
        assertEquals(Fact.ALL, state.unknown());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1B 21 00             | FONT SIZE EMPHASIZED UNDERLINE
            1B 61 01             |
            0A 1B 53 0A 1B 61 01 | LINE PAGE PAGE_AREA JUSTIFICATION
            1B 53                | PAGE PAGE_AREA
            0C                   | PAGE LINE
            1D 76 30 00 01 00 01 00 FF | MACRO
            1B 33 20             |
            1D 50 00 00 1B 33 20 | UNITS LINE_SPACING
            1D 4C 00 00          |
            1D 50 00 00 0C 1D 4C 00 00 1D 57 00 01 | UNITS PAGE LINE LEFT_MARGIN AREA_WIDTH
            1B 74 00             | CODE_TABLE
            1C 2E                | KANJI_MODE
            1D 5E 01 00 00       |
            """)
    void aCommandSettlesWhatItSetsIfItIsKnownToBeTaken(String stream, String facts) {
        PrinterState listening =
                Bytecode.after(PrinterState.unknown(PrinterProfile.GENERIC_80MM), Bytecode.of("1B 3D 01"));
        PrinterState state = Bytecode.after(listening, Bytecode.of(stream));
        Function<String, Boolean> known = fact -> state.knows(Fact.valueOf(fact));
        for (Fact fact : Fact.values()) {
            boolean expected = facts != null && Set.of(facts.split(" ")).contains(fact.name());
            boolean before = fact == Fact.DESTINATION;
            if (!before) {
                assertEquals(expected, known.apply(fact.name()), fact.name());
            }
        }
    }

    @Test
    void settingsOfWhichOneIsOutOfRangeChangeNothing() {
        for (String stream : new String[] {"1B 61 07", "1B 2D 05", "1D 21 99", "1D 77 09", "1D 48 09", "1B 54 09"}) {
            assertEquals(INITIAL, Bytecode.after(INITIAL, Bytecode.of(stream)), stream);
        }
        assertNotEquals(INITIAL, Bytecode.after(INITIAL, Bytecode.of("1B 61 02")));
        assertEquals(Justification.LEFT, INITIAL.layout().justification());
    }
}
