package slipstream.escpos.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import slipstream.escpos.command.Bytes;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Cut;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.command.Mark;
import slipstream.escpos.command.Setting;
import slipstream.escpos.command.Text;

class CommandDecoderTest {

    /// Lengths that the manuals give; `dd` stands for a byte of data.
    static Stream<Arguments> lengths() {
        return Stream.of(
                        "1B 40|2",
                        "1B 61 01|3",
                        "1B 24 00 01|4",
                        "1B 57 00 00 00 00 40 02 F0 00|10",
                        "1B 44 08 10 18 00|6",
                        "1B 44 08 08 41 00|3",
                        "1B 44 00|3",
                        "1B 2A 00 02 00 FF FF|7",
                        "1B 2A 21 02 00 " + data(6) + "|11",
                        "1B 26 03 41 42 0C " + data(36) + "0C " + data(36) + "|79",
                        "1B 26 03 41 41 00|6",
                        "1B 70 00 19 FA|5",
                        "1B 63 35 00|4",
                        "10 04 01|3",
                        "10 04 07 01|4",
                        "10 14 01 00 01|5",
                        "10 14 08 01 03 14 01 06 02 08|10",
                        "1D 28 6B 03 00 31 43 06|8",
                        "1D 28 6B 04 00 31 41 32 00|9",
                        "1D 28 6B 06 00 31 50 30 61 62 63|11",
                        "1D 38 4C 0B 00 00 00 30 70 30 01 01 31 08 00 01 00 FF|18",
                        "1D 76 30 00 02 00 03 00 " + data(6) + "|14",
                        "1D 2A 01 02 " + data(16) + "|20",
                        "1D 51 30 00 04 00 02 00 " + data(8) + "|16",
                        "1D 6B 04 41 42 43 00|7",
                        "1D 6B 49 03 7B 42 41|7",
                        "1D 6B 61 05 03 02 00 68 69|9",
                        "1D 56 00|3",
                        "1D 56 31|3",
                        "1D 56 42 00|4",
                        "1D 43 3B 31 3B 32 3B 33 3B 34 3B 35 3B|13",
                        "1C 71 01 01 00 01 00 " + data(8) + "|15",
                        "1C 32 77 21 " + data(72) + "|76",
                        "1C 67 31 00 00 00 00 00 02 00 AA BB|12",
                        "1B 99 41|2",
                        "1D 44 30 43 30 20 20 01 01 42 4D 1E 00 00 00 " + data(24) + "|39",
                        "1D 44 05 41|3",
                        "1D 6B 73 41|3",
                        "1B 5A 00 03 06 02 00 68 69|9")
                .map(row -> row.split("\\|"))
                .map(row -> Arguments.of(row[0].strip(), Integer.parseInt(row[1])));
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void aCommandIsAsLongAsTheManualSays(String hex, int length) {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
        List<Long> begins = new ArrayList<>();
        var reader = new CommandReader(1 << 16, (command, offset) -> begins.add(offset));
        var decoder = new CommandDecoder(Grammar.ESC_POS, reader);
        decoder.feed(bytes, 0, bytes.length);
        decoder.feed(new byte[] {0x0A}, 0, 1);
        reader.flush();
        assertTrue(begins.contains((long) length), "a command begins after " + length + " bytes, not at " + begins);
        assertEquals(0L, begins.getFirst());
        assertTrue(begins.stream().noneMatch(at -> at > 0 && at < length), "nothing begins within: " + begins);
    }

    @Test
    void commandsAreToldAsValues() {
        assertEquals(
                List.of(
                        new Setting.Initialize(),
                        new Text(Bytes.copy("Hi".getBytes())),
                        new Mark.LineFeed(),
                        new Setting.Justify(1),
                        new Mark.Raster(1, 2, 1, 2, Bytes.copy(new byte[] {1, 2})),
                        new Cut(Cut.Form.FEED, false, 3)),
                commands("1B 40 48 69 0A 1B 61 01 1D 76 30 02 01 00 02 00 01 02 1D 56 42 03"));
    }

    @Test
    void realTimeBytesWithinAnImageAreOnlyDots() {
        List<Command> commands = commands("1D 76 30 00 01 00 03 00 10 04 01 0A");
        assertEquals(2, commands.size());
        assertEquals(new Mark.Raster(1, 1, 1, 3, Bytes.copy(new byte[] {0x10, 4, 1})), commands.getFirst());
    }

    @Test
    void rowsOfStarRasterModeAreImagesAndNoText() {
        List<Command> commands = commands(
                "1B 2A 72 52 1B 2A 72 41 1B 2A 72 50 30 00 62 02 00 1B 40 6B 01 00 62 41 1B 0C 04 1B 2A 72 42 62 0A");
        assertEquals(
                List.of(
                        new Setting.RasterMode('R'),
                        new Setting.RasterMode('A'),
                        new Mark.Row(Bytes.copy(new byte[] {0x1B, '@'}), 1),
                        new Mark.Row(Bytes.copy(new byte[] {'b'}), 0),
                        new Mark.RasterEnd(4),
                        new Setting.RasterMode('B'),
                        new Text(Bytes.copy("b".getBytes())),
                        new Mark.LineFeed()),
                commands.stream()
                        .filter(command -> !(command instanceof Command.Other))
                        .toList());
    }

    @Test
    void anAbandonedStarRasterModeEndsAtInitialize() {
        assertEquals(
                new Text(Bytes.copy("bill".getBytes())),
                commands("1B 2A 72 41 1B 40 62 69 6C 6C").getLast());
    }

    /// The display's `CR`, `FF`, `US`, `ESC &` of 5 by 7 dots and `ESC W` are not the printer's.
    @Test
    void whatIsSentToTheDisplayIsFramedByItsTableAndIsNoPrintersCommand() {
        String display = "1B 3D 02 0C 1F 24 01 02 1B 26 01 41 41 02 1D 56 1B 57 01 01 01 01 14 02 1B 40 0D 1D 56 00";
        List<Command> commands = commands("41 0A " + display + " 10 04 01 1B 3D 01 1D 56 00");
        assertEquals(
                List.of(
                        "Text",
                        "LineFeed",
                        "Peripheral",
                        "Other",
                        "Other",
                        "Other",
                        "Other",
                        "Other",
                        "Other",
                        "Other",
                        "Text",
                        "Other",
                        "RealTime",
                        "Peripheral",
                        "Cut"),
                commands.stream()
                        .map(command -> command.getClass().getSimpleName())
                        .toList());
    }

    @Test
    void theStreamGoesOnInTheDialectThatItHadBeforeTheDisplay() {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex("1B 3D 02 1B 3D 00 1F 01 1B 3D 03 1B 57 01 41");
        for (String dialect : Grammar.names()) {
            var decoder = new CommandDecoder(Grammar.named(dialect), new CommandReader(100, (command, offset) -> {}));
            decoder.feed(bytes, 0, 8);
            assertEquals(dialect + " display", decoder.grammar().name());
            decoder.feed(bytes, 8, bytes.length);
            assertEquals(dialect, decoder.grammar().name());
        }
    }

    @Test
    void aBarcodeWithoutItsEndStopsAtTheNextCommand() {
        List<Command> commands = commands("1D 6B 04 41 42 1B 40");
        assertEquals(
                List.of(new Mark.Barcode(4, Bytes.copy("AB".getBytes()), true), new Setting.Initialize()), commands);
    }

    @Test
    void aBodyTooLongToKeepIsCounted() {
        List<Command> commands = new ArrayList<>();
        var decoder =
                new CommandDecoder(Grammar.ESC_POS, new CommandReader(100, (command, offset) -> commands.add(command)));
        byte[] head = {0x1D, 'v', '0', 0, 50, 0, 10, 0};
        decoder.feed(head, 0, head.length);
        decoder.feed(new byte[500], 0, 500);
        assertEquals(1, commands.size());
        assertEquals(500, ((Command.Elided) commands.getFirst()).bodyBytes());
    }

    private static List<Command> commands(String hex) {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
        List<Command> commands = new ArrayList<>();
        var reader = new CommandReader(1 << 16, (command, offset) -> commands.add(command));
        new CommandDecoder(Grammar.ESC_POS, reader).feed(bytes, 0, bytes.length);
        reader.flush();
        return commands;
    }

    private static String data(int bytes) {
        return "55 ".repeat(bytes);
    }
}
