package slipstream.device.picture;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;

/// What this system has for reading pictures.
public final class Installed {
    private Installed() {}

    /// Skips the test, with a sentence, where Tesseract or the fonts are missing.
    public static void assume() {
        assumeTrue(Picture.possible(), "The font WenQuanYi Micro Hei is missing (Debian package fonts-wqy-microhei).");
        try {
            Tesseract.find(Duration.ofSeconds(1)).close();
        } catch (IOException e) {
            assumeTrue(false, e.getMessage());
        }
    }
}
