package slipstream.cloudlink.service.web.api;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.gateway.Masked;

/// What references look like, by scheme and kind. Kinds that are not listed pass: the gateways know them or
/// not.
final class ReferenceShapes {
    private static final int LONGEST = 64;
    private static final Map<String, Shape> SHAPES = Map.of(
            "wechat/transaction_id", new Shape("28 digits", Pattern.compile("[0-9]{28}")),
            "wechat/out_trade_no",
                    new Shape("6 to 32 letters, digits or _ - | *", Pattern.compile("[0-9A-Za-z_|*-]{6,32}")));

    private ReferenceShapes() {}

    /// What is wrong with a reference, in one sentence; nothing when it may be asked for.
    static Optional<String> objection(PaymentReference reference) {
        if (reference == null) {
            return Optional.of("'reference' is missing, an object with scheme, kind and value was expected");
        }
        if (isBlank(reference.scheme()) || isBlank(reference.kind()) || isBlank(reference.value())) {
            return Optional.of("'reference' lacks its scheme, kind or value");
        }
        var shape = SHAPES.get(reference.scheme() + "/" + reference.kind());
        boolean fits = shape == null
                ? reference.value().length() <= LONGEST
                : shape.pattern.matcher(reference.value()).matches();
        return fits ? Optional.empty() : Optional.of(sentence(reference, shape));
    }

    private static String sentence(PaymentReference reference, Shape shape) {
        return "reference value " + Masked.of(reference.value()) + " has "
                + reference.value().length()
                + " characters, expected " + (shape == null ? "at most " + LONGEST : shape.words) + " for "
                + (shape == null ? "a reference" : reference.kind());
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private record Shape(String words, Pattern pattern) {}
}
