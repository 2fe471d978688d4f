package slipstream.cloudlink.service.config;

import java.util.Locale;

/// The alphanumeric characters of a QR symbol (ISO/IEC 18004, table 5): 5.5 bits each where others take 8.
public final class Alphanumeric {
    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private Alphanumeric() {}

    /// Whether `text`, in capitals, has only such characters, and no blank.
    public static boolean fits(String text) {
        return text.toUpperCase(Locale.ROOT).chars().allMatch(c -> c != ' ' && CHARACTERS.indexOf(c) >= 0);
    }
}
