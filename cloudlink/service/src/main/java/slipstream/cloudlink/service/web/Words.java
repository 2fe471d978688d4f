package slipstream.cloudlink.service.web;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// What the pages say, in one language.
final class Words {
    static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);
    private static final Map<Locale, Words> ALL = Map.of(
            Locale.CHINESE, new Words(Locale.CHINESE),
            Locale.ENGLISH, new Words(Locale.ENGLISH));

    private final Locale language;
    private final Map<String, String> texts = new HashMap<>();

    private Words(Locale language) {
        this.language = language;
        var bundle = ResourceBundle.getBundle("slipstream.cloudlink.service.web.messages", language);
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
    }

    static Words in(Locale language) {
        return language.getLanguage().equals("en") ? ALL.get(Locale.ENGLISH) : ALL.get(Locale.CHINESE);
    }

    /// The language a reader prefers: what the address says, else what the browser says.
    ///
    /// @param chosen `lang` in the address, or null
    /// @param accepted the header `Accept-Language`, or null
    static Words of(String chosen, String accepted) {
        if (chosen != null) {
            return in(Locale.forLanguageTag(chosen));
        }
        if (accepted == null || accepted.isBlank()) {
            return in(Locale.CHINESE);
        }
        try {
            var preferred = Locale.lookup(Locale.LanguageRange.parse(accepted), LANGUAGES);
            return in(preferred == null ? Locale.ENGLISH : preferred);
        } catch (IllegalArgumentException e) {
            return in(Locale.CHINESE);
        }
    }

    Locale language() {
        return language;
    }

    /// A text, with its numbered places filled in.
    String get(String key, Object... values) {
        return values.length == 0 ? texts.get(key) : new MessageFormat(texts.get(key), language).format(values);
    }

    /// Every text by its key.
    Map<String, String> all() {
        return texts;
    }
}
