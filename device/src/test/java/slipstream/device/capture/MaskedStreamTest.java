package slipstream.device.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.device.Job;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.command.CommandRow;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.command.Text;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.render.Bitmap;
import slipstream.escpos.render.ReceiptRenderer;
import slipstream.escpos.state.PrinterState;

class MaskedStreamTest {
    private static final PrinterProfile PROFILE = PrinterProfile.GENERIC_80MM;
    private static final String CARD = "4111111111111111";
    private static final Job SECRETS = Job.begin()
            .lines("卡号 " + CARD, "card 4111 1111 1111 1111", "pan 4111-1111-1111-1111")
            .text("PAN 411111")
            .bold(true)
            .text("111111")
            .bold(false)
            .lines("1111")
            .lines("卡号 41111111", "11111111")
            .lines("卡号４１１１１１１１１１１１１１１１")
            .lines("付款码 134567890123456789")
            .qr(CARD)
            .code128(CARD)
            .lines("合计 12.80")
            .cut();

    private static List<Path> streams() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources"))) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".bin"))
                    .sorted()
                    .toList();
            assertTrue(all.size() > 20, "there are streams to look at");
            return all;
        }
    }

    @Test
    void numbersKeepTheirLastFourDigitsWhereverTheyStand() {
        byte[] masked = masked(SECRETS.bytes(), false, 4096);
        String text = new String(masked, ISO_8859_1);
        for (String secret : List.of(CARD, "4111", "411111", "134567890123", "41111111", "111111")) {
            assertFalse(text.contains(secret), secret);
        }
        var lines = Job.receipts(masked).getFirst().lines().stream()
                .map(Element.Line::text)
                .toList();
        assertEquals("卡号 ############1111", lines.getFirst());
        assertEquals("card #### #### #### 1111", lines.get(1));
        assertEquals("PAN ############1111", lines.get(3));
        assertEquals(List.of("卡号 ########", "####1111"), lines.subList(4, 6));
        assertEquals("卡号" + "#".repeat(24) + "１１１１", lines.get(6));
        assertEquals("合计 12.80", lines.getLast());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 64})
    void howItIsSlicedMakesNoDifference(int slice) {
        assertArrayEquals(masked(SECRETS.bytes(), false, 4096), masked(SECRETS.bytes(), false, slice));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void commandsAndLengthsStay(Path file) throws IOException {
        byte[] stream = Files.readAllBytes(file);
        byte[] masked = masked(stream, false, 977);
        assertEquals(stream.length, masked.length);
        assertEquals(commands(stream), commands(masked));
    }

    @Test
    void thePaperKeepsItsSize() throws IOException {
        List<Bitmap> before = ReceiptRenderer.render(new ByteArrayInputStream(SECRETS.bytes()), PROFILE);
        List<Bitmap> after =
                ReceiptRenderer.render(new ByteArrayInputStream(masked(SECRETS.bytes(), false, 99)), PROFILE);
        assertEquals(1, after.size());
        assertEquals(before.getFirst().height(), after.getFirst().height());
        assertEquals(before.getFirst().width(), after.getFirst().width());
    }

    @Test
    void whatPicturesAndSymbolsShowIsKeptOnlyWhereItIsWanted() {
        byte[] job = Job.begin()
                .raw(0x1D, 'v', '0', 0, 2, 0, 3, 0, 1, 2, 3, 4, 5, 6)
                .qr("https://shop.example/1")
                .cut()
                .bytes();
        assertArrayEquals(job, masked(job, true, 4096));
        String blanked = new String(masked(job, false, 4096), ISO_8859_1);
        assertFalse(blanked.contains("shop"), blanked);
        assertTrue(blanked.contains("\u00aa\u00aa\u0055\u0055\u00aa\u00aa"), blanked);
    }

    @Test
    void aSymbolThatSaysASecretIsBlankedEvenWhereSymbolsAreWanted() {
        byte[] job = Job.begin().qr(CARD).lines("12.80").cut().bytes();
        assertFalse(new String(masked(job, true, 4096), ISO_8859_1).contains(CARD));
    }

    @Test
    void eachReceiptIsToldOnceItIsOver() {
        List<byte[]> told = new ArrayList<>();
        var stream = new MaskedStream(PrinterState.initial(PROFILE), false, next(told, new ArrayList<>()));
        byte[] first = Job.begin().lines("one").cut().bytes();
        byte[] second = Job.begin().lines("two").cut().bytes();
        stream.feed(first, 0, first.length);
        assertEquals(1, told.size());
        stream.feed(second, 0, second.length - 1);
        assertEquals(1, told.size());
        stream.feed(second, second.length - 1, second.length);
        assertArrayEquals(second, told.getLast());
    }

    @Test
    void aReceiptThatIsTooLongIsLeftOutAndTheNextIsNot() {
        List<byte[]> told = new ArrayList<>();
        List<Long> left = new ArrayList<>();
        var stream = new MaskedStream(PrinterState.initial(PROFILE), false, next(told, left));
        byte[] line = "x".repeat(1000).concat("\n").getBytes(StandardCharsets.US_ASCII);
        byte[] cut = new byte[] {0x0A, 0x0A, 0x0A, 0x0A, 0x1D, 0x56, 0};
        for (int i = 0; i < 1100; i++) {
            stream.feed(line, 0, line.length);
        }
        stream.feed(cut, 0, cut.length);
        byte[] next = Job.begin().lines("two").cut().bytes();
        stream.feed(next, 0, next.length);
        assertEquals(List.of(1100L * 1001 + cut.length), left);
        assertArrayEquals(next, told.getFirst());
    }

    @Test
    void aReceiptThatIsBrokenOffIsLeftOutForANumberInItMayBeCutInTwo() {
        List<byte[]> told = new ArrayList<>();
        List<Long> left = new ArrayList<>();
        var stream = new MaskedStream(PrinterState.initial(PROFILE), false, next(told, left));
        byte[] whole = Job.begin().lines("one").cut().bytes();
        byte[] part = Job.begin().text("卡号 " + CARD.substring(0, 15)).bytes();
        stream.feed(whole, 0, whole.length);
        stream.feed(part, 0, part.length);
        stream.breakOff();
        assertEquals(1, told.size());
        assertEquals(List.of((long) part.length), left);
    }

    private static byte[] masked(byte[] stream, boolean pictures, int slice) {
        List<byte[]> told = new ArrayList<>();
        var masked = new MaskedStream(PrinterState.initial(PROFILE), pictures, next(told, new ArrayList<>()));
        for (int at = 0; at < stream.length; at += slice) {
            masked.feed(stream, at, Math.min(stream.length, at + slice));
        }
        masked.finish();
        assertNotEquals(0, told.size());
        var all = new ByteArrayOutputStream();
        told.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static MaskedStream.Next next(List<byte[]> told, List<Long> left) {
        return new MaskedStream.Next() {
            @Override
            public void masked(byte[] bytes, boolean receipt) {
                told.add(bytes);
            }

            @Override
            public void leftOut(long bytes) {
                left.add(bytes);
            }
        };
    }

    /// The commands of a stream and where they begin.
    private static List<String> commands(byte[] stream) {
        List<String> commands = new ArrayList<>();
        var reader = new CommandReader(0, (command, offset) -> {
            if (command instanceof Text) {
                commands.add(offset + " text");
            }
        });
        CommandSink rows = new CommandSink() {
            @Override
            public void text(byte[] bytes, int from, int to) {}

            @Override
            public void command(CommandRow row, byte[] bytes, int from, int to, long body) {
                commands.add((row == null ? "?" : row.mnemonic()) + " " + body);
            }

            @Override
            public void body(byte[] bytes, int from, int to) {}

            @Override
            public void end() {}

            @Override
            public void wire(byte[] bytes, int from, int to) {}
        };
        new CommandDecoder(Grammar.ESC_POS, CommandSink.both(rows, reader)).feed(stream, 0, stream.length);
        reader.flush();
        return commands;
    }
}
