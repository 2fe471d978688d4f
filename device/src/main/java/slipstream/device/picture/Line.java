package slipstream.device.picture;

/// A line of a picture and what is known of it.
final class Line {
    /// What a number must have to be read before all else.
    private static final int MANY_DIGITS = 10;

    /// How many lines stand above it.
    final int number;

    final Band band;

    /// Whether it may hold a reference.
    final boolean urgent;

    final Agreement readings;

    /// What it says; null until it has been read.
    String text;

    Line(int number, Band band) {
        this.number = number;
        this.band = band;
        readings = new Agreement(new Likeness(band)::shapes);
        urgent = Glyphs.longestNumber(band) >= MANY_DIGITS;
    }

    /// Whether it is `other`, or next to it.
    boolean near(Line other) {
        return Math.abs(number - other.number) <= 1;
    }

    /// Adds what a model reads; two models may tell at once.
    void add(Model model, String reading) {
        synchronized (readings) {
            readings.add(model, reading);
        }
    }
}
