package slipstream.escpos.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.CommandRow;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.testing.Framing;

/// Where the decoder takes up again after bytes that are no command, or not a valid one: where a printer does.
class ResynchronisationTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    # a payment terminal's tail leaks into the printer's port
                    38 39 36 34 30 30 31 1C 1C 03 1B 40 41 0A         | text 7, FS … 2, ? 1, ESC @ 2, text 1, LF 1
                    # GS V A without its n: the next byte is n, and what is left prints
                    1D 56 41 1B 40 0A                                 | GS V 4, text 1, LF 1
                    # barcode systems that do not exist: the printer stops at m
                    1D 6B 73 31 32 33 00 1B 40                        | GS k 3, text 3, NUL 1, ESC @ 2
                    # a count that the system does not have: stops at n
                    1D 6B 43 05 31 32 33 34 35 1B 40                  | GS k 4, text 5, ESC @ 2
                    1D 6B 49 00 1B 40                                 | GS k 4, ESC @ 2
                    # ESC & of a font height that does not exist, from a code that is none, of a reversed range
                    1B 26 05 41 42 0A                                 | ESC & 3, text 2, LF 1
                    1B 26 03 07 42 0A                                 | ESC & 4, text 1, LF 1
                    1B 26 03 42 41 0C 0A                              | ESC & 5, FF 1, LF 1
                    # a character wider than any font: stops at its width
                    1B 26 03 41 42 01 AA AA AA 40 43 43 0A            | ESC & 10, text 2, LF 1
                    # tab stops that do not rise
                    1B 44 08 10 10 41 0A                              | ESC D 4, DLE 1, text 1, LF 1
                    # a raster of a mode that does not exist
                    1D 76 30 09 02 00 01 00 0A                        | GS v 4, ? 1, NUL 1, ? 1, NUL 1, LF 1
                    # column images: a mode that does not exist
                    1B 2A 30 02 00 41 42 0A                           | ESC * 3, ? 1, NUL 1, text 2, LF 1
                    # an image of no width for the printer's memory
                    1C 71 01 00 00 01 00 41 0A                        | FS q 5, ? 1, NUL 1, text 1, LF 1
                    # a barcode without its end
                    1D 6B 04 41 42 1B 40                              | GS k 5, ESC @ 2
                    # undefined commands: two bytes, whatever the second is
                    1B 1B 40 0A                                       | ESC … 2, text 1, LF 1
                    1D 1B 61 01 0A                                    | GS … 2, text 1, ? 1, LF 1
                    """)
    void theDecoderTakesUpWhereThePrinterDoes(String hex, String pieces) {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex.strip());
        assertEquals(
                "[" + pieces.strip() + "]", Framing.of(Grammar.ESC_POS, bytes).toString());
    }

    @Test
    void gsVAAtTheEndOfAStreamGoesOutWithoutItsN() {
        byte[] bytes = {'A', 0x0A, 0x1D, 'V', 'A'};
        var wire = new ByteArrayOutputStream();
        var decoder = new CommandDecoder(Grammar.ESC_POS, wire(wire));
        decoder.feed(bytes, 0, bytes.length);
        assertEquals(3, decoder.held());
        assertFalse(decoder.atBoundary());
        decoder.release();
        assertArrayEquals(bytes, wire.toByteArray());
    }

    @Test
    void aStreamWrittenOnceMoreAsUtf8FindsBackAtItsNextLine() {
        byte[] columns = {0x1B, '*', 33, 2, 0, (byte) 0x80, (byte) 0xFF, 1, (byte) 0xC3, 0, 7};
        byte[] mangled = new String(columns, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
        byte[] after = {0x0A, 0x1B, 'E', 1, 'A', 0x0A};
        byte[] bytes = Arrays.copyOf(mangled, mangled.length + after.length);
        System.arraycopy(after, 0, bytes, mangled.length, after.length);
        List<String> names = Framing.of(Grammar.ESC_POS, bytes).stream()
                .map(Framing.Piece::mnemonic)
                .toList();
        assertEquals(List.of("LF", "ESC E", "text", "LF"), names.subList(names.size() - 4, names.size()));
    }

    @Test
    void aRasterThatIsShorterThanDeclaredTakesFromWhatFollowsAsThePrinterDoes() {
        byte[] head = {0x1D, 'v', '0', 0, 2, 0, 4, 0};
        byte[] bytes = Arrays.copyOf(head, head.length + 6 + 5);
        System.arraycopy("AB\n\u001B@".getBytes(StandardCharsets.US_ASCII), 0, bytes, head.length + 6, 5);
        assertEquals(
                "[GS v 0 16, LF 1, ESC @ 2]", Framing.of(Grammar.ESC_POS, bytes).toString());
    }

    @Test
    void aRasterOfImpossibleWidthEndsAtTheNextInitialize() {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex("1D 76 30 00 FF FF FF FF 31 1B 0A 1B 1B 40 41 0A");
        for (int slice = 1; slice <= bytes.length; slice++) {
            List<Command> commands = new ArrayList<>();
            var reader = new CommandReader(1 << 20, (command, offset) -> commands.add(command));
            var decoder = new CommandDecoder(Grammar.ESC_POS, reader);
            for (int at = 0; at < bytes.length; at += slice) {
                decoder.feed(bytes, at, Math.min(bytes.length, at + slice));
            }
            reader.flush();
            assertEquals(4, commands.size());
            assertEquals(
                    4,
                    assertInstanceOf(Command.Elided.class, commands.getFirst()).bodyBytes());
            assertTrue(decoder.atBoundary());
        }
    }

    private static CommandSink wire(ByteArrayOutputStream wire) {
        return new CommandSink() {
            @Override
            public void text(byte[] bytes, int from, int to) {}

            @Override
            public void command(CommandRow row, byte[] bytes, int from, int to, long body) {}

            @Override
            public void body(byte[] bytes, int from, int to) {}

            @Override
            public void end() {}

            @Override
            public void wire(byte[] bytes, int from, int to) {
                wire.write(bytes, from, to - from);
            }
        };
    }
}
