package slipstream.cloudlink.service.merchant;

import java.util.Locale;

/// A text a customer reads, in the merchant's language and, where there is one, in English.
///
/// @param text the text as the merchant wrote it, not blank
/// @param english the same in English; blank when there is none
public record Wording(String text, String english) {
    public Wording {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("a text that customers read is blank, some words were expected");
        }
        english = english == null ? "" : english;
    }

    /// A text with no English form.
    public static Wording of(String text) {
        return new Wording(text, "");
    }

    /// The text for a reader of `language`.
    public String in(Locale language) {
        return !english.isBlank() && language.getLanguage().equals("en") ? english : text;
    }
}
