package slipstream.device.picture;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/// Finds bands of ink in rows as they come: a band is told once enough white follows it.
///
/// White within a character parts nothing: low bands need more of it. A band as tall as a symbol on paper is, or
/// taller, is told in pieces of that height: memory stays bounded.
final class BandFinder implements RowSink {
    /// The tallest band: 80 mm.
    static final int TALLEST = 640;

    private static final int TEXT_HEIGHT = 16;
    private static final int SMALL_TEXT_HEIGHT = 10;
    private static final int MOST_WHITE = 4;
    private static final byte[] WHITE = new byte[4096];

    private final Consumer<Band> next;
    private final ByteArrayOutputStream dots = new ByteArrayOutputStream();
    private int stride;
    private int height;
    private int whiteRows;

    BandFinder(Consumer<Band> next) {
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int from, int length) {
        boolean white = white(bytes, from, length);
        if (white && height == 0) {
            return;
        }
        if (white) {
            white(1);
            return;
        }
        if (height >= TALLEST) {
            tell();
        }
        if (length > stride) {
            widen(length);
        }
        dots.writeBytes(new byte[whiteRows * stride]);
        dots.write(bytes, from, length);
        dots.writeBytes(new byte[stride - length]);
        height += whiteRows + 1;
        whiteRows = 0;
    }

    @Override
    public void white(int rows) {
        if (height > 0) {
            whiteRows += rows;
            int enough = height >= TEXT_HEIGHT ? 1 : height >= SMALL_TEXT_HEIGHT ? 2 : MOST_WHITE;
            if (whiteRows >= enough) {
                tell();
            }
        }
    }

    /// Strips of one picture need not be of one width.
    private void widen(int length) {
        byte[] narrow = dots.toByteArray();
        dots.reset();
        for (int y = 0; y < height; y++) {
            dots.write(narrow, y * stride, stride);
            dots.writeBytes(new byte[length - stride]);
        }
        stride = length;
    }

    private void tell() {
        if (height > 0) {
            var band = new Band(0, stride * 8, height, dots.toByteArray());
            dots.reset();
            height = 0;
            next.accept(band);
        }
        whiteRows = 0;
    }

    private static boolean white(byte[] bytes, int from, int length) {
        return Arrays.mismatch(bytes, from, from + length, WHITE, 0, length) < 0;
    }
}
