package slipstream.escpos.inject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.command.Setting;
import slipstream.escpos.command.Text;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.testing.Bytecode;

/// How a block is drawn, and what it is made of.
class ClaimBlockTest {
    private static final PrinterState INITIAL = PrinterState.initial(PrinterProfile.GENERIC_80MM);
    private static final BlockMeans FAST = new BlockMeans(true, false, 2047);
    private static final BlockMeans SLOW = new BlockMeans(false, true, 2047);
    private static final BlockMeans SLOW_NATIVE = new BlockMeans(true, true, 2047);

    @Test
    void profileLineAndKnowledgeChooseHowTheSymbolIsDrawn() {
        PrinterState settled = Bytecode.after(INITIAL, SymbolSettings.COMMANDS);
        assertEquals("raster", way(INITIAL, FAST));
        assertEquals("raster", way(settled, FAST));
        assertEquals("doubled", way(INITIAL, SLOW));
        assertEquals("doubled", way(settled, SLOW));
        assertEquals("doubled", way(INITIAL, SLOW_NATIVE), "the sender's settings cannot be put back");
        assertEquals("native", way(settled, SLOW_NATIVE));
    }

    @Test
    void whatIsNotKnownIsNotChangedThoughTheLineIsSlow() {
        PrinterState unknown = PrinterState.unknown(PrinterProfile.GENERIC_80MM);
        assertEquals("raster", way(unknown, SLOW_NATIVE));
        assertEquals("raster", way(Bytecode.after(unknown, Bytecode.of("1B 61 00")), SLOW_NATIVE));
    }

    @Test
    void profilesSayWhatPrintersDraw() {
        assertTrue(BlockMeans.of(PrinterProfile.named("tm-t88v"), true).nativeQr());
        assertFalse(BlockMeans.of(PrinterProfile.GENERIC_80MM, true).nativeQr(), "not known is no");
        assertEquals(0, BlockMeans.of(PrinterProfile.named("tm-u220"), false).rasterRows());
        assertEquals(2047, BlockMeans.of(PrinterProfile.GENERIC_80MM, false).rasterRows());
    }

    /// Its bytes at 10 bits each: what 9,600 baud carry in a second are 960.
    @Test
    void aBlockForASlowLineHasATenthOfTheBytes() {
        int whole = bytes(INITIAL, FAST, 0).length;
        assertTrue(bytes(INITIAL, SLOW, 0).length * 6 < whole);
        assertTrue(bytes(INITIAL, SLOW, 0, List.of()).length < 1_000);
    }

    @ParameterizedTest
    @EnumSource(PaperLawsTest.Way.class)
    void noBlockHoldsBytesThatPrintersObeyWithinAnImage(PaperLawsTest.Way way) {
        PrinterState state = Bytecode.after(INITIAL, SymbolSettings.COMMANDS);
        for (int i = 0; i < 200; i++) {
            var block = new ClaimBlock(Site.at(state), way.means, false, i);
            String url = "HTTPS://SLIP.EXAMPLE/C/" + Long.toString(i * 7919L, 36);
            assertFalse(RealTimeBytes.in(((Drawn.Bytes) block.draw(url, List.of("领券 " + i))).bytes()));
        }
    }

    /// 1,040 rows of white would have `10 04` in their raster's head.
    @Test
    void aWayWhoseHeaderPrintersWouldObeyIsNotTaken() {
        PrinterState unknown = PrinterState.unknown(PrinterProfile.GENERIC_80MM);
        Drawn drawn = new ClaimBlock(Site.at(unknown), BlockMeans.RASTER, false, 1040).draw(InjectedJob.URL, List.of());
        assertTrue(drawn instanceof Drawn.Refused);
    }

    @ParameterizedTest
    @EnumSource(PaperLawsTest.Way.class)
    void theCaptionIsDrawnAndNoBlockResetsThePrinter(PaperLawsTest.Way way) {
        PrinterState state = Bytecode.after(INITIAL, SymbolSettings.COMMANDS);
        for (Command command : commands(bytes(state, way.means, 60))) {
            assertFalse(command instanceof Text, "no code page matters");
            assertFalse(command instanceof Setting.Initialize);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 9})
    void feedIsAddedWhereTheSendersIsShorterThanTheWayToTheBlade(int lineFeeds) {
        int dots = Math.max(0, PrinterProfile.GENERIC_80MM.bladeDistanceDots() - 30 * lineFeeds);
        String job = "\"a\" 0A" + " 0A".repeat(lineFeeds) + " 1D 56 00";
        var injected = new InjectedJob(Bytecode.of(job), PrinterProfile.GENERIC_80MM, BlockMeans.RASTER);
        byte[] block = injected.block(0);
        byte[] end = Arrays.copyOfRange(block, block.length - 3, block.length);
        assertEquals(dots > 0, Arrays.equals(end, new byte[] {0x1B, 'J', (byte) dots}), job);
    }

    @Test
    void aSymbolInRowsThatOurReaderCannotReadIsSeenToBe() {
        int module = 4;
        var symbol = QrSymbol.of(InjectedJob.URL, 0);
        int side = (symbol.getWidth() + 2 * QrSymbol.QUIET_ZONE) * module;
        int widthBytes = Math.ceilDiv(side, 8);
        byte[] rows = new byte[side * widthBytes];
        QrSymbol.draw(symbol, module, rows, widthBytes, 0, 0);
        assertTrue(QrSymbol.scans(rows, widthBytes, InjectedJob.URL));
        assertFalse(QrSymbol.scans(rows, widthBytes, "HTTPS://ANOTHER.EXAMPLE"));
        Arrays.fill(rows, 0, rows.length / 2, (byte) 0);
        assertFalse(QrSymbol.scans(rows, widthBytes, InjectedJob.URL));
    }

    @ParameterizedTest
    @CsvSource({"1B 61 01", "1B 61 02", "1B 7B 01", "1D 4C 10 00 1D 57 00 01", "1D 50 00 00", "1B 33 05", "1D 21 77"})
    void whateverTheSenderHasSetIsSetAgain(String settings) {
        PrinterState state = Bytecode.after(Bytecode.after(INITIAL, SymbolSettings.COMMANDS), Bytecode.of(settings));
        for (PaperLawsTest.Way way : PaperLawsTest.Way.values()) {
            assertEquals(state, Bytecode.after(state, bytes(state, way.means, 60)), settings + ", " + way);
        }
    }

    private static String way(PrinterState state, BlockMeans means) {
        String block = new String(bytes(state, means, 0), StandardCharsets.ISO_8859_1);
        return block.contains("1P0" + InjectedJob.URL)
                ? "native"
                : block.contains("\u001dv0\u0003") ? "doubled" : "raster";
    }

    private static byte[] bytes(PrinterState state, BlockMeans means, int feedDots) {
        return bytes(state, means, feedDots, InjectedJob.CAPTION);
    }

    private static byte[] bytes(PrinterState state, BlockMeans means, int feedDots, List<String> captions) {
        return ((Drawn.Bytes) new ClaimBlock(Site.at(state), means, false, feedDots).draw(InjectedJob.URL, captions))
                .bytes();
    }

    private static List<Command> commands(byte[] block) {
        List<Command> commands = new ArrayList<>();
        var reader = new CommandReader(1 << 20, (command, offset) -> commands.add(command));
        new CommandDecoder(Grammar.ESC_POS, reader).feed(block, 0, block.length);
        reader.flush();
        return commands;
    }
}
