package slipstream.benchmarks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;

/// Streams to measure on: the same receipts each time, one after the other. They hold nothing that the peers do not
/// know.
public enum Job {
    /// Receipts of text: Chinese and Latin, a setting every few lines.
    TEXT {
        @Override
        void receipt(ByteArrayOutputStream out, Random random) {
            text(out, random);
            payment(out, random);
        }
    },
    /// The same without the line that names a payment.
    UNPAID {
        @Override
        void receipt(ByteArrayOutputStream out, Random random) {
            text(out, random);
        }
    },
    /// The same as TEXT with a logo of 384 by 96 dots and a barcode each.
    MIXED {
        @Override
        void receipt(ByteArrayOutputStream out, Random random) {
            raster(out, random, 48, 96);
            text(out, random);
            payment(out, random);
            out.writeBytes(new byte[] {0x1D, 'h', 80, 0x1D, 'w', 2, 0x1D, 'k', 73, 12, '{', 'B'});
            out.writeBytes("0123456789".getBytes(GB18030));
        }
    },
    /// Receipts that the sender has drawn: one image of 576 by 1,200 dots each.
    RASTER {
        @Override
        void receipt(ByteArrayOutputStream out, Random random) {
            raster(out, random, 72, 1200);
        }
    };

    /// Those whose passage and drawing are measured.
    static final List<Job> MEASURED = List.of(TEXT, MIXED, RASTER);

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LENGTH = 1 << 18;

    abstract void receipt(ByteArrayOutputStream out, Random random);

    /// One receipt, from its first command to its cut.
    public byte[] receipt() {
        var out = new ByteArrayOutputStream();
        whole(out, new Random(1));
        return out.toByteArray();
    }

    /// Receipts of this kind, 256 kB or a little more.
    public byte[] stream() {
        var out = new ByteArrayOutputStream();
        fill(out);
        return out.toByteArray();
    }

    /// How many receipts the stream has.
    int receipts() {
        return fill(new ByteArrayOutputStream());
    }

    private int fill(ByteArrayOutputStream out) {
        var random = new Random(1);
        int receipts = 0;
        for (; out.size() < LENGTH; receipts++) {
            whole(out, random);
        }
        return receipts;
    }

    private void whole(ByteArrayOutputStream out, Random random) {
        out.writeBytes(new byte[] {0x1B, '@'});
        receipt(out, random);
        out.writeBytes(new byte[] {'\n', '\n', '\n', 0x1D, 'V', 'B', 1});
    }

    private static void text(ByteArrayOutputStream out, Random random) {
        out.writeBytes(new byte[] {0x1C, '&', 0x1B, 'a', 1, 0x1D, '!', 0x11});
        out.writeBytes("晨光咖啡\n".getBytes(GB18030));
        out.writeBytes(new byte[] {0x1D, '!', 0, 0x1B, 'a', 0});
        for (int item = 0; item < 24; item++) {
            if (item % 4 == 0) {
                out.writeBytes(new byte[] {0x1B, 'E', 1});
                out.writeBytes("燕麦拿铁（大）".getBytes(GB18030));
                out.writeBytes(new byte[] {0x1B, 'E', 0, '\n'});
            }
            out.writeBytes("Oat latte %02d          x%d            %3d.%02d\n"
                    .formatted(item, 1 + random.nextInt(9), random.nextInt(1000), random.nextInt(100))
                    .getBytes(GB18030));
        }
        out.writeBytes("合计                              1288.00\n微信支付\n".getBytes(GB18030));
    }

    private static void payment(ByteArrayOutputStream out, Random random) {
        out.writeBytes("交易单号：42000000002026112200000%05d\n"
                .formatted(random.nextInt(100_000))
                .getBytes(GB18030));
    }

    private static void raster(ByteArrayOutputStream out, Random random, int widthBytes, int rows) {
        byte[] dots = new byte[widthBytes * rows];
        random.nextBytes(dots);
        out.writeBytes(new byte[] {0x1D, 'v', '0', 0, (byte) widthBytes, 0, (byte) rows, (byte) (rows >> 8)});
        out.writeBytes(dots);
    }
}
