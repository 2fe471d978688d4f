package slipstream.escpos.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import slipstream.escpos.command.CommandRow;
import slipstream.escpos.command.Grammar;

/// Real-time commands among data: told, and data all the same.
class RealTimeTest {

    @Test
    void aStatusRequestWithinARasterIsTold() {
        assertEquals(
                List.of("DLE EOT 10 04 02", "DLE ENQ 10 05 02", "DLE DC4 10 14 01 00 01"),
                told("1D 76 30 00 01 00 14 00 FF 10 04 02 10 10 05 02 10 04 63 10 14 09 10 14 01 00 01 10", 3));
    }

    @Test
    void itIsToldAlsoAmongImagesForThePrintersMemoryAndOverTheirEdges() {
        assertEquals(
                List.of("DLE EOT 10 04 01"),
                told("1C 71 02 01 00 01 00 00 00 00 00 00 00 00 10 04 00 01 00 00 10 04 01 00 00 00 00 00", 5));
    }

    @Test
    void betweenCommandsItIsACommandAndNotToldTwice() {
        assertEquals(List.of(), told("10 04 01 1D 76 30 00 01 00 01 00 10 04 01", 1));
    }

    @Test
    void everyOneInDataAtRandomIsToldHoweverTheDataAreSliced() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            byte[] data = new byte[2000];
            for (int i = 0; i < data.length; i++) {
                data[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : 0);
            }
            for (int i = 0; i < 30; i++) {
                int at = random.nextInt(data.length - 3);
                data[at] = 0x10;
                data[at + 1] = (byte) (4 + random.nextInt(2));
                data[at + 2] = (byte) random.nextInt(6);
            }
            byte[] raster = Arrays.copyOf(new byte[] {0x1D, 'v', '0', 0, 20, 0, 100, 0}, 8 + data.length);
            System.arraycopy(data, 0, raster, 8, data.length);
            assertEquals(plainSearch(data), told(raster, 1 + random.nextInt(300)), "seed " + seed);
        }
    }

    private static List<String> plainSearch(byte[] data) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i + 2 < data.length; i++) {
            int n = data[i + 2];
            boolean status = data[i + 1] == 4 && n >= 1 && n <= 6;
            boolean request = data[i + 1] == 5 && n >= 0 && n <= 3;
            boolean known = data[i] == 0x10 && (status || request);
            if (known) {
                found.add((status ? "DLE EOT 10 04 0" : "DLE ENQ 10 05 0") + n);
            }
        }
        return found;
    }

    private static List<String> told(String hex, int slice) {
        return told(HexFormat.ofDelimiter(" ").parseHex(hex), slice);
    }

    private static List<String> told(byte[] bytes, int slice) {
        List<String> told = new ArrayList<>();
        var body = new ByteArrayOutputStream();
        var decoder = new CommandDecoder(Grammar.ESC_POS, new CommandSink.SeeksRealTime() {
            @Override
            public void text(byte[] bytes, int from, int to) {}

            @Override
            public void command(CommandRow row, byte[] bytes, int from, int to, long declared) {}

            @Override
            public void body(byte[] bytes, int from, int to) {
                body.write(bytes, from, to - from);
            }

            @Override
            public void end() {}

            @Override
            public void realTime(CommandRow row, byte[] bytes, int from, int to) {
                told.add(row.mnemonic() + " "
                        + HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes, from, to));
            }

            @Override
            public void wire(byte[] bytes, int from, int to) {}
        });
        for (int at = 0; at < bytes.length; at += slice) {
            decoder.feed(bytes, at, Math.min(bytes.length, at + slice));
        }
        return told;
    }
}
