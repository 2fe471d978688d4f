package slipstream.escpos.state;

import java.util.List;
import java.util.stream.IntStream;
import slipstream.escpos.profile.PrinterProfile;

/// Where on the paper things go, in dots.
///
/// @param justification `ESC a`
/// @param leftMargin `GS L`
/// @param areaWidth `GS W` as sent; [PrinterState#areaDots] is what fits
/// @param lineSpacing paper fed by `LF`, when the line is not taller
/// @param unitsX horizontal motion units an inch
/// @param unitsY vertical motion units an inch
/// @param tabStops from the left margin, rising; none once `ESC D NUL` has cleared them
public record Layout(
        Justification justification,
        int leftMargin,
        int areaWidth,
        int lineSpacing,
        int unitsX,
        int unitsY,
        List<Integer> tabStops)
        implements Part {

    private static final int DEFAULT_TAB_COLUMNS = 8;

    /// Where a line sits in the print area.
    public enum Justification {
        /// At its left edge.
        LEFT,
        /// In its middle.
        CENTRE,
        /// At its right edge.
        RIGHT
    }

    /// At power-on a tab stop stands every eight characters of font A (TM command reference, "ESC D").
    static List<Integer> defaultTabStops(PrinterProfile profile) {
        int dots = DEFAULT_TAB_COLUMNS * profile.font(0).width();
        return IntStream.rangeClosed(1, profile.dotsPerLine() / dots + 1)
                .mapToObj(n -> n * dots)
                .toList();
    }

    Layout withJustification(Justification side) {
        return new Layout(side, leftMargin, areaWidth, lineSpacing, unitsX, unitsY, tabStops);
    }

    Layout withArea(int margin, int width) {
        return new Layout(justification, margin, width, lineSpacing, unitsX, unitsY, tabStops);
    }

    Layout withLineSpacing(int dots) {
        return new Layout(justification, leftMargin, areaWidth, dots, unitsX, unitsY, tabStops);
    }

    Layout withUnits(int x, int y) {
        return new Layout(justification, leftMargin, areaWidth, lineSpacing, x, y, tabStops);
    }

    Layout withTabStops(List<Integer> dots) {
        return new Layout(justification, leftMargin, areaWidth, lineSpacing, unitsX, unitsY, dots);
    }
}
