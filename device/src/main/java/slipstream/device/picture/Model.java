package slipstream.device.picture;

/// What a reader has learned. Each model errs in places of its own: what two of them read alike is right.
public enum Model {
    /// Simplified Chinese, with the digits and letters that stand among it.
    CHINESE("chi_sim"),
    /// English: the surest with digits.
    ENGLISH("eng"),
    /// German: a second opinion on digits and letters, in fonts that the Chinese model does not know.
    GERMAN("deu");

    private final String language;

    Model(String language) {
        this.language = language;
    }

    /// Its name in Tesseract's data.
    String language() {
        return language;
    }
}
