package slipstream.escpos.render;

import slipstream.escpos.command.Bytes;
import slipstream.escpos.state.PrinterState;

/// Lines and rectangles: `GS ( Q`, whose functions are 48 a line and 49 a rectangle in page mode, in standard mode 50 a
/// level line and 51 the beginning or end of an upright one ([UprightRules]).
///
/// Styles 1 to 3 are thin, thicker and thick, 4 to 6 the same doubled. The manual gives no dots; here they are 1, 2
/// and 3, and the gap of a double line is as wide as its lines.
final class Ruler {
    private static final int LINE = 48;
    private static final int RECTANGLE = 49;
    private static final int LEVEL = 50;
    private static final int UPRIGHT = 51;

    private Ruler() {}

    /// Whether the parameters draw in page mode.
    static boolean inPage(Bytes parameters) {
        return function(parameters) == LINE && parameters.length() >= 12
                || function(parameters) == RECTANGLE && parameters.length() >= 12;
    }

    /// `48|49 x1 y1 x2 y2 c m1 m2 …`: draws into an area of the page. A line that is neither level nor upright is
    /// not drawn.
    static void draw(PrinterState state, Bytes parameters, Bitmap area) {
        Box box = box(state, parameters);
        int style = parameters.at(10);
        if (function(parameters) == RECTANGLE) {
            int dots = dots(style);
            frame(area, box, dots);
            if (doubled(style)) {
                int in = 2 * dots;
                frame(area, new Box(box.left() + in, box.top() + in, box.right() - in, box.bottom() - in), dots);
            }
        } else if (box.top() == box.bottom()) {
            level(area, box.left(), box.right(), box.top(), style);
        } else if (box.left() == box.right()) {
            upright(area, box.left(), box.top(), box.bottom(), style);
        }
    }

    /// What [#draw] reaches at most.
    static Box reach(PrinterState state, Bytes parameters) {
        Box box = box(state, parameters);
        int extent = extent(parameters.at(10));
        return new Box(
                Math.max(0, Math.min(box.left(), box.right() - extent)),
                Math.max(0, Math.min(box.top(), box.bottom() - extent)),
                box.right() + extent,
                box.bottom() + extent);
    }

    /// Corners, both inside.
    record Box(int left, int top, int right, int bottom) {}

    private static Box box(PrinterState state, Bytes parameters) {
        return new Box(
                state.dotsAlong(Math.min(parameters.u16(1), parameters.u16(5))),
                state.dotsAcross(Math.min(parameters.u16(3), parameters.u16(7))),
                state.dotsAlong(Math.max(parameters.u16(1), parameters.u16(5))),
                state.dotsAcross(Math.max(parameters.u16(3), parameters.u16(7))));
    }

    /// `50 x1 x2 n c m1 m2`: a line from x1 to x2 on a strip that is fed by n; null when the parameters are others.
    static Block level(PrinterState state, Bytes parameters, int area) {
        if (function(parameters) != LEVEL || parameters.length() < 8) {
            return null;
        }
        int style = parameters.at(7);
        int left = state.dotsX(Math.min(parameters.u16(1), parameters.u16(3)));
        int right = state.dotsX(Math.max(parameters.u16(1), parameters.u16(3)));
        Bitmap strip = Bitmap.blank(area, Math.max(extent(style), state.dotsY(parameters.at(5))));
        level(strip, left, right, 0, style);
        return new Block("line", strip);
    }

    /// `51 x a c m1 m2`: whether the parameters begin (a = 1) or end (a = 0) an upright line.
    static boolean isUpright(Bytes parameters) {
        return function(parameters) == UPRIGHT && parameters.length() >= 6 && parameters.at(3) <= 1;
    }

    private static int function(Bytes parameters) {
        return parameters.length() == 0 ? -1 : parameters.at(0);
    }

    private static void frame(Bitmap bitmap, Box box, int dots) {
        int width = box.right() - box.left() + 1;
        int height = box.bottom() - box.top() + 1;
        bitmap.fill(box.left(), box.top(), width, dots);
        bitmap.fill(box.left(), box.bottom() - dots + 1, width, dots);
        bitmap.fill(box.left(), box.top(), dots, height);
        bitmap.fill(box.right() - dots + 1, box.top(), dots, height);
    }

    private static void level(Bitmap bitmap, int left, int right, int top, int style) {
        for (int line = 0; line < (doubled(style) ? 2 : 1); line++) {
            bitmap.fill(left, top + 2 * line * dots(style), right - left + 1, dots(style));
        }
    }

    /// From row `top` to row `bottom`, both drawn.
    static void upright(Bitmap bitmap, int left, int top, int bottom, int style) {
        for (int line = 0; line < (doubled(style) ? 2 : 1); line++) {
            bitmap.fill(left + 2 * line * dots(style), top, dots(style), bottom - top + 1);
        }
    }

    private static int extent(int style) {
        return (doubled(style) ? 3 : 1) * dots(style);
    }

    private static boolean doubled(int style) {
        return style >= 4 && style <= 6;
    }

    private static int dots(int style) {
        return 1 + Math.floorMod(style - 1, 3);
    }
}
