package slipstream.device.picture;

/// What a reader has learned: two models err in different places.
public enum Model {
    /// Simplified Chinese, with the digits and letters that stand among it.
    CHINESE("chi_sim"),
    /// English.
    ENGLISH("eng");

    private final String language;

    Model(String language) {
        this.language = language;
    }

    /// Its name in Tesseract's data.
    String language() {
        return language;
    }
}
