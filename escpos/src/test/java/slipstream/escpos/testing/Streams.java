package slipstream.escpos.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Streams made at random: receipts of every kind of command, whole and damaged.
public final class Streams {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private Streams() {}

    /// A job of one to three receipts.
    public static byte[] job(Random random) {
        var job = new ByteArrayOutputStream();
        for (int receipts = 1 + random.nextInt(3); receipts > 0; receipts--) {
            if (random.nextInt(4) > 0) {
                job.writeBytes(new byte[] {0x1B, '@'});
            }
            for (int parts = 2 + random.nextInt(12); parts > 0; parts--) {
                job.writeBytes(part(random));
            }
            job.writeBytes(end(random));
        }
        return job.toByteArray();
    }

    /// `bytes` with some changed, missing, doubled or added.
    public static byte[] damaged(Random random, byte[] bytes) {
        List<Byte> damaged = new ArrayList<>();
        for (byte b : bytes) {
            switch (random.nextInt(60)) {
                case 0 -> damaged.add((byte) random.nextInt(256));
                case 1 -> {}
                case 2 -> {
                    damaged.add(b);
                    damaged.add(b);
                }
                case 3 -> {
                    damaged.add((byte) random.nextInt(256));
                    damaged.add(b);
                }
                default -> damaged.add(b);
            }
        }
        byte[] result = new byte[damaged.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = damaged.get(i);
        }
        return result;
    }

    /// Bytes without any meaning, rich in command prefixes.
    public static byte[] noise(Random random, int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        byte[] prefixes = {0x1B, 0x1C, 0x1D, 0x10, 0x0A};
        for (int i = 0; i < length; i++) {
            if (random.nextInt(3) == 0) {
                noise[i] = prefixes[random.nextInt(prefixes.length)];
            }
        }
        return noise;
    }

    private static byte[] part(Random random) {
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3 ->
                ("item " + random.nextInt(1000) + "   " + random.nextInt(99) + ".00\n").getBytes(GB18030);
            case 4 -> "微信支付 交易单号：\n4200001234202611220123456789\n".getBytes(GB18030);
            case 5 -> new byte[] {0x1B, 'a', (byte) random.nextInt(3)};
            case 6 -> new byte[] {0x1B, '!', (byte) random.nextInt(256)};
            case 7 -> new byte[] {0x1D, '!', (byte) (random.nextInt(3) << 4 | random.nextInt(3))};
            case 8 -> raster(random);
            case 9 -> columns(random);
            case 10 -> new byte[] {0x1D, 'k', 4, 'A', '1', '2', 0};
            case 11 -> qr("HTTPS://EXAMPLE.COM/" + random.nextInt(1000));
            case 12 -> new byte[] {0x10, 4, (byte) (1 + random.nextInt(4))};
            case 13 -> new byte[] {0x1B, 'D', 8, 16, 24, 0, 'a', 9, 'b', '\n'};
            case 14 -> new byte[] {0x1B, '3', (byte) (16 + random.nextInt(40))};
            default -> new byte[] {0x1D, 'L', (byte) random.nextInt(60), 0};
        };
    }

    private static byte[] end(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new byte[] {'\n', '\n', '\n', 0x1D, 'V', 0};
            case 1 -> new byte[] {'\n', 0x1D, 'V', 66, 0};
            case 2 -> new byte[] {'\n', 0x1B, 'd', 5, 0x1D, 'V', 1};
            case 3 -> new byte[] {'\n', 0x1B, 'J', 120, 0x1B, 'i'};
            case 4 -> new byte[] {'\n', 0x1B, 'a', 0, '\n', '\n', 0x1B, 'p', 0, 25, 25, 0x1B, 'm'};
            case 5 -> new byte[] {'\n', 0x1D, 'V', 'A', 3, 0x1B, '@'};
            case 6 -> new byte[] {'\n', '\n', '\n', '\n', '\n'};
            default -> new byte[] {'\n', 0x1D, 'r', 1, 0x1D, 'V', 0};
        };
    }

    private static byte[] raster(Random random) {
        int width = 1 + random.nextInt(40);
        int rows = 1 + random.nextInt(300);
        byte[] data = new byte[width * rows];
        random.nextBytes(data);
        var raster = new ByteArrayOutputStream();
        raster.writeBytes(
                new byte[] {0x1D, 'v', '0', (byte) random.nextInt(4), (byte) width, 0, (byte) rows, (byte) (rows >> 8)
                });
        raster.writeBytes(data);
        return raster.toByteArray();
    }

    private static byte[] columns(Random random) {
        int columns = 1 + random.nextInt(100);
        byte[] data = new byte[columns * 3];
        random.nextBytes(data);
        var image = new ByteArrayOutputStream();
        image.writeBytes(new byte[] {0x1B, '*', 33, (byte) columns, 0});
        image.writeBytes(data);
        image.write('\n');
        return image.toByteArray();
    }

    private static byte[] qr(String payload) {
        int count = payload.length() + 3;
        var qr = new ByteArrayOutputStream();
        qr.writeBytes(new byte[] {0x1D, '(', 'k', (byte) count, 0, 49, 80, 48});
        qr.writeBytes(payload.getBytes(GB18030));
        qr.writeBytes(new byte[] {0x1D, '(', 'k', 3, 0, 49, 81, 48});
        return qr.toByteArray();
    }
}
