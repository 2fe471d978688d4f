package slipstream.cloudlink.service.web.page;

import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/// The texts of one part of the service in every language: those that all pages share, and its own.
public final class Wordbook {
    private static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);
    private static final String SHARED = Wordbook.class.getPackageName() + ".messages";

    private final Map<Locale, Words> languages;

    /// @param home a class beside which the files `messages_<language>.properties` are
    public Wordbook(Class<?> home) {
        var bundles = List.of(SHARED, home.getPackageName() + ".messages");
        languages = LANGUAGES.stream()
                .collect(Collectors.toUnmodifiableMap(
                        language -> language, language -> new Words(language, texts(bundles, language))));
    }

    private static Map<String, String> texts(List<String> bundles, Locale language) {
        var texts = new HashMap<String, String>();
        for (var name : bundles) {
            var bundle = ResourceBundle.getBundle(name, language);
            bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        }
        return Map.copyOf(texts);
    }

    /// The texts in a language; in Chinese where they are not to be had in it.
    public Words in(Locale language) {
        return languages.get(language.getLanguage().equals("en") ? Locale.ENGLISH : Locale.CHINESE);
    }

    /// The language a reader prefers: what the address says (`lang`), else what the browser says.
    public Words of(RoutingContext ctx) {
        return of(ctx.request().getParam("lang"), ctx.request().getHeader("Accept-Language"));
    }

    /// @param chosen `lang` in the address, or null
    /// @param accepted the header `Accept-Language`, or null
    Words of(String chosen, String accepted) {
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
}
