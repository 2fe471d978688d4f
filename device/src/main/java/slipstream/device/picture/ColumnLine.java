package slipstream.device.picture;

import java.util.Arrays;
import slipstream.escpos.command.Bytes;
import slipstream.escpos.command.Mark;

/// A line of images that are sent column by column, until the line feed that prints it.
final class ColumnLine {
    private static final int TALLEST = 2048;

    private final int stride;
    private final RowSink rows;
    private byte[] dots = {};
    private int height;
    private int x;

    ColumnLine(int mostDots, RowSink rows) {
        stride = mostDots / 8;
        this.rows = rows;
    }

    /// Where the next image begins, in dots.
    int x() {
        return x;
    }

    void moveTo(int dot) {
        x = Math.clamp(dot, 0, stride * 8);
    }

    /// Adds `ESC *`: 8 dots a column three times as high, or 24; even modes twice as wide.
    ///
    /// @return how many rows the line takes now
    int add(Mark.ColumnImage image) {
        boolean high = image.mode() == 32 || image.mode() == 33;
        add(image.data(), image.columns(), high ? 3 : 1, (image.mode() & 1) == 0 ? 2 : 1, high ? 1 : 3);
        return height;
    }

    /// Adds `columns` columns of `bytes` bytes each.
    void add(Bytes data, int columns, int bytes, int scaleX, int scaleY) {
        grow(Math.min(TALLEST, bytes * 8 * scaleY));
        for (int column = 0; column < columns; column++) {
            for (int i = 0; i < bytes && column * bytes + i < data.length(); i++) {
                int bits = data.at(column * bytes + i);
                for (int bit = 0; bits != 0 && bit < 8; bit++) {
                    if ((bits & 0x80 >> bit) != 0) {
                        fill(x + column * scaleX, (i * 8 + bit) * scaleY, scaleX, scaleY);
                    }
                }
            }
        }
        moveTo(x + columns * scaleX);
    }

    /// Prints the line, if there is one.
    void print() {
        for (int y = 0; y < height; y++) {
            rows.row(dots, y * stride, stride);
        }
        height = 0;
        x = 0;
        dots = new byte[0];
    }

    private void grow(int rowsNow) {
        if (rowsNow > height) {
            height = rowsNow;
            dots = Arrays.copyOf(dots, height * stride);
        }
    }

    private void fill(int left, int top, int width, int rowsDown) {
        for (int y = top; y < Math.min(height, top + rowsDown); y++) {
            for (int dot = left; dot < Math.min(stride * 8, left + width); dot++) {
                dots[y * stride + (dot >> 3)] |= (byte) (0x80 >> (dot & 7));
            }
        }
    }
}
