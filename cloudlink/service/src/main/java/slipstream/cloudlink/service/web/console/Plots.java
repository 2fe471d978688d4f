package slipstream.cloudlink.service.web.console;

import java.util.List;
import java.util.Locale;
import slipstream.cloudlink.service.figures.Interval;

/// Plots as SVG without text of their own: the words and numbers stand beside them in the page, so they stay
/// readable on a phone, and to those who cannot see the plot. Every scale begins at zero.
final class Plots {
    private static final double WIDTH = 100;
    private static final int DAY_HEIGHT = 60;

    private Plots() {}

    /// A bar beside its number.
    ///
    /// @param share of the longest bar, 0 to 1
    static String bar(double share, String kind) {
        return "<svg class=\"bar " + kind
                + "\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                + "<rect class=\"room\" width=\"100\" height=\"10\"/><rect width=\"" + number(share * WIDTH)
                + "\" height=\"10\"/></svg>";
    }

    /// Two numbers a day, the smaller in front of the greater, one column a day.
    static String days(List<Long> behind, List<Long> front) {
        long top = Math.max(1, behind.stream().mapToLong(Long::longValue).max().orElse(1));
        top = Math.max(top, front.stream().mapToLong(Long::longValue).max().orElse(1));
        double step = WIDTH / Math.max(1, behind.size());
        var svg = new StringBuilder("<svg class=\"days\" viewBox=\"0 0 100 " + DAY_HEIGHT
                + "\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        for (int i = 0; i < behind.size(); i++) {
            column(svg, i * step, step, (double) behind.get(i) / top, "behind");
            column(svg, i * step, step, (double) front.get(i) / top, "front");
        }
        return svg.append("<rect class=\"base\" y=\"59.5\" width=\"100\" height=\"0.5\"/></svg>")
                .toString();
    }

    private static void column(StringBuilder svg, double left, double width, double share, String kind) {
        double height = share * DAY_HEIGHT;
        svg.append("<rect class=\"" + kind + "\" x=\"" + number(left + width * 0.1) + "\" y=\""
                + number(DAY_HEIGHT - height) + "\" width=\"" + number(width * 0.8) + "\" height=\"" + number(height)
                + "\"/>");
    }

    /// Where a difference lies: a band for the interval, a stroke for the difference, a line at zero.
    ///
    /// @param reach how far the scale goes to either side, greater than 0
    static String interval(Interval interval, double reach) {
        double low = place(interval.low(), reach);
        double high = place(interval.high(), reach);
        return "<svg class=\"interval\" viewBox=\"0 0 100 24\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                + "<rect class=\"room\" width=\"100\" height=\"24\"/>"
                + "<rect class=\"band\" x=\"" + number(low) + "\" y=\"7\" width=\"" + number(high - low)
                + "\" height=\"10\"/>"
                + "<rect class=\"point\" x=\"" + number(place(interval.difference(), reach) - 0.5)
                + "\" y=\"3\" width=\"1\" height=\"18\"/>"
                + "<rect class=\"zero\" x=\"49.8\" width=\"0.4\" height=\"24\"/></svg>";
    }

    private static double place(double difference, double reach) {
        return WIDTH / 2 * (1 + Math.clamp(difference / reach, -1, 1));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
