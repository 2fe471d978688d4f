package slipstream.device.learn;

import com.google.re2j.Pattern;
import java.util.List;

/// Whose number it is, as the service knows it.
///
/// @param scheme who moved the money
/// @param kind which of the scheme's numbers
/// @param words as people say it; empty for one that was typed
public record Scheme(String scheme, String kind, String words) {
    /// What tills print whose numbers prove nothing by themselves.
    public static final List<Scheme> COMMON = List.of(
            new Scheme("wechat", "out_trade_no", "the merchant's order number of a WeChat Pay payment"),
            new Scheme("alipay", "out_trade_no", "the merchant's order number of an Alipay payment"),
            new Scheme("card", "rrn", "a card's retrieval reference number"));

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,31}");
    private static final String ORDER = "order";

    /// Reads names as they are typed.
    ///
    /// @param kind null or empty for an aggregator's order number
    /// @throws IllegalArgumentException when they are no names; the message tells what was expected
    public static Scheme of(String scheme, String kind) {
        String which = kind == null || kind.isEmpty() ? ORDER : kind;
        for (String name : List.of(scheme, which)) {
            if (!NAME.matches(name)) {
                throw new IllegalArgumentException("\"" + name
                        + "\" is no name, expected small letters, digits, _ and -, 32 at most, a letter first");
            }
        }
        return new Scheme(scheme, which, "");
    }
}
