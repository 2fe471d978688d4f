package slipstream.escpos.render;

import slipstream.escpos.command.Bytes;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Mark;
import slipstream.escpos.command.Setting;
import slipstream.escpos.profile.Quirk;
import slipstream.escpos.state.PrinterState;

/// The images of the protocol as bitmaps, cut to the line, `area` dots.
final class Images {
    private Images() {}

    /// `GS v 0`.
    static Bitmap raster(Mark.Raster raster, int area) {
        return rows(raster.data(), raster.widthBytes() * 8, raster.rows(), raster.scaleX(), raster.scaleY(), area);
    }

    /// A row of Star's raster mode: what of it fits the paper.
    static Bitmap row(PrinterState state, Bytes data) {
        return rows(data, data.length() * 8, 1, 1, 1, state.profile().dotsPerLine());
    }

    /// `ESC *`: 8 dots three times as high, or 24; even modes twice as wide.
    static Bitmap column(PrinterState state, Mark.ColumnImage image, int area) {
        int scaleX = (image.mode() & 1) == 0 ? 2 : 1;
        boolean high = image.mode() == 32 || image.mode() == 33;
        int scaleY = high || state.profile().has(Quirk.PRINTS_8_DOT_IMAGES_FLAT) ? 1 : 3;
        return columns(image.data(), 0, image.columns(), high ? 3 : 1, scaleX, scaleY, area);
    }

    /// What `GS ( L` kept last, or null.
    static Bitmap graphics(PrinterState state, int area) {
        return state.memory().get("graphics") instanceof Setting.StoreGraphics stored
                ? stored.column()
                        ? columns(
                                stored.data(),
                                0,
                                stored.width(),
                                (stored.height() + 7) / 8,
                                stored.scaleX(),
                                stored.scaleY(),
                                area)
                        : rows(stored.data(), stored.width(), stored.height(), stored.scaleX(), stored.scaleY(), area)
                : null;
    }

    /// What `GS *` kept, or null.
    static Bitmap downloaded(PrinterState state, int mode, int area) {
        return state.memory().get("image") instanceof Setting.DefineImage image
                ? columns(image.data(), 0, image.x() * 8, image.y(), 1 + (mode & 1), 1 + (mode >> 1), area)
                : null;
    }

    /// Image `n` of `FS q`, or null.
    static Bitmap nonVolatile(PrinterState state, int n, int mode, int area) {
        if (!(state.memory().get("nv images") instanceof Setting.DefineNvImages images)) {
            return null;
        }
        Bytes definition = images.definition();
        int at = 1;
        for (int i = 1; at + 4 <= definition.length(); i++) {
            int x = definition.u16(at);
            int y = definition.u16(at + 2);
            if (i == n) {
                return columns(definition, at + 4, x * 8, y, 1 + (mode & 1), 1 + (mode >> 1), area);
            }
            at = (int) Math.min(Integer.MAX_VALUE / 2, at + 4 + 8L * x * y);
        }
        return null;
    }

    /// The image that `GS ( L` 67 or 83 keyed, or null: `a kc1 kc2 b xL xH yL yH [c d…]`.
    static Bitmap keyed(PrinterState state, Mark.PrintKeyedGraphics print, int area) {
        Command kept = state.memory()
                .get((print.nonVolatile() ? "nv graphics " : "graphics ") + print.key1() + " " + print.key2());
        if (!(kept instanceof Setting.DefineGraphics define)
                || define.parameters().length() < 9) {
            return null;
        }
        Bytes parameters = define.parameters();
        return rows(
                parameters.from(9),
                parameters.u16(4),
                parameters.u16(6),
                Math.clamp(print.scaleX(), 1, 2),
                Math.clamp(print.scaleY(), 1, 2),
                area);
    }

    private static Bitmap rows(Bytes data, int width, int height, int scaleX, int scaleY, int area) {
        int stride = (width + 7) / 8;
        int shown = Math.min(width, (area + scaleX - 1) / scaleX);
        int there = stride == 0 ? 0 : Math.min(height, data.length() / stride);
        int rows = Math.min(there, PaperSheet.ROW_LIMIT / scaleY);
        return Bitmap.ofRows(data.toArray(), stride, shown, rows).scaled(scaleX, scaleY);
    }

    private static Bitmap columns(Bytes data, int from, int columns, int high, int scaleX, int scaleY, int area) {
        int shown = Math.min(columns, (area + scaleX - 1) / scaleX);
        Bitmap bitmap = Bitmap.blank(shown, Math.min(high * 8, PaperSheet.ROW_LIMIT / scaleY));
        for (int x = 0; x < shown; x++) {
            int at = from + x * high;
            for (int y = 0; y < bitmap.height() && at + y / 8 < data.length(); y++) {
                if ((data.at(at + y / 8) & 0x80 >> y % 8) != 0) {
                    bitmap.fill(x, y, 1, 1);
                }
            }
        }
        return bitmap.scaled(scaleX, scaleY);
    }
}
