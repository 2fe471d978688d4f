package slipstream.cloudlink.service.gateway.wechat;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import slipstream.cloudlink.service.gateway.CredentialSheet;
import slipstream.cloudlink.service.gateway.MessageChannel.Text;

/// A template of the service account, and what each of its fields is to say.
///
/// A field's name begins with its kind: `thing` takes 20 characters, `phrase` 5 Chinese ones, `time` and `date` a time
/// such as `2026年11月22日 12:00`. WeChat may refuse what does not keep to that.
///
/// @param fields by name: `shop`, `offer`, `until`, or a fixed text between apostrophes
record MessageTemplate(String id, Map<String, String> fields) {
    static final int THING_CHARACTERS = 20;

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{8,64}");
    private static final Pattern FIELD =
            Pattern.compile("\\s*([a-z_]+[0-9]{1,3})\\s*=\\s*(shop|offer|until|'[^'=,]{1,20}')\\s*");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    MessageTemplate {
        fields = Map.copyOf(fields);
    }

    /// Nothing where the sheet has no `message-template`.
    static Optional<MessageTemplate> of(CredentialSheet sheet) {
        var fields = sheet.optional("message-fields");
        return sheet.has("message-template")
                ? Optional.of(new MessageTemplate(
                        sheet.text("message-template", ID, "8 to 64 letters, digits, _ and -"),
                        fields(fields.orElse(""))))
                : Optional.empty();
    }

    private static Map<String, String> fields(String text) {
        var fields = new LinkedHashMap<String, String>();
        for (var part : text.split(",")) {
            var field = FIELD.matcher(part);
            if (!field.matches() || isTime(field.group(1)) != field.group(2).equals("until")) {
                throw new IllegalArgumentException("'message-fields' has '" + part.strip()
                        + "', expected such as thing1=shop, thing2=offer, time3=until, phrase4='待领取'");
            }
            fields.put(field.group(1), field.group(2));
        }
        return fields;
    }

    private static boolean isTime(String field) {
        return field.startsWith("time") || field.startsWith("date");
    }

    /// The value of each field.
    Map<String, String> values(Text text) {
        var values = new LinkedHashMap<String, String>();
        fields.forEach((field, source) -> values.put(field, value(source, text)));
        return values;
    }

    private static String value(String source, Text text) {
        return switch (source) {
            case "shop" -> thing(text.shop());
            case "offer" -> thing(text.offer());
            case "until" -> time(text.until());
            default -> source.substring(1, source.length() - 1);
        };
    }

    private static String time(LocalDateTime at) {
        return TIME.format(at);
    }

    /// As much as fits, on one line.
    private static String thing(String text) {
        var line = CONTROL.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= THING_CHARACTERS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, THING_CHARACTERS - 1)) + "…";
    }
}
