package slipstream.cloudlink.service.web.console;

import java.util.Locale;
import java.util.stream.Stream;
import slipstream.cloudlink.service.web.page.Wordbook;
import slipstream.cloudlink.service.web.page.Words;

/// What was sent is not what was asked for; said in the reader's language.
final class Wrong extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private static final Wordbook BOOK = new Wordbook(Wrong.class);

    private final String key;
    private final String field;
    private final transient Object[] values;

    /// @param key of the sentence, whose first place is the field's label
    Wrong(String key, String field, Object... values) {
        super(key);
        this.key = key;
        this.field = field;
        this.values = values.clone();
    }

    String in(Words words) {
        var label = words.all().getOrDefault("f_" + field, field);
        return words.get(key, Stream.concat(Stream.of(label), Stream.of(values)).toArray());
    }

    @Override
    public String getMessage() {
        return "'" + field + "': " + in(BOOK.in(Locale.ENGLISH));
    }
}
