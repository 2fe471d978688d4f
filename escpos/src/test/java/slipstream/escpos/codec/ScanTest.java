package slipstream.escpos.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScanTest {
    private static final int[] EDGES = {0x00, 0x01, 0x0F, 0x10, 0x11, 0x1B, 0x1F, 0x20, 0x21, 0x7F, 0x80, 0x90, 0xFF};

    @Test
    void theFirstByteSoughtIsFoundWhereverItStands() {
        var random = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(100)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte)
                        (random.nextInt(4) == 0 ? EDGES[random.nextInt(EDGES.length)] : 0x20 + random.nextInt(200));
            }
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);
            byte sought = (byte) EDGES[random.nextInt(EDGES.length)];
            assertEquals(find(sought, bytes, from, to), Scan.find(sought, bytes, from, to));
            assertEquals(control(bytes, from, to), Scan.control(bytes, from, to));
        }
    }

    private static int find(byte sought, byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != sought) {
            at++;
        }
        return at;
    }

    private static int control(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] & 0xFF) >= 0x20) {
            at++;
        }
        return at;
    }
}
