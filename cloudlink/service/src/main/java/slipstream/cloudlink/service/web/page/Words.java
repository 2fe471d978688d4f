package slipstream.cloudlink.service.web.page;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;

/// What the pages of one part say, in one language.
public final class Words {
    private final Locale language;
    private final Map<String, String> texts;

    Words(Locale language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    public Locale language() {
        return language;
    }

    /// A text, with its numbered places filled in.
    public String get(String key, Object... values) {
        return values.length == 0 ? texts.get(key) : new MessageFormat(texts.get(key), language).format(values);
    }

    /// Every text by its key.
    public Map<String, String> all() {
        return texts;
    }
}
