package slipstream.cloudlink.service.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Values for what a schema describes: fitting, at the edge, of another type, far too long, and hostile.
///
/// @param contract resolves references
record Nonsense(Contract contract, RandomGenerator random) {
    private static final List<String> HOSTILE = List.of(
            "' OR '1'='1",
            "'; DROP TABLE payment; --",
            "\" UNION SELECT * FROM mark --",
            "1) OR 1=1--",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "{{7*7}}${7*7}",
            "x\r\nSet-Cookie: slipstream=evil",
            "x\nX-Injected: 1",
            "../../../../etc/passwd",
            "..%2f..%2fv1%2fidentify",
            "\u0000",
            "a\u0000b",
            "\uFEFF\u202E\u200B",
            "\uD83D\uDE00".repeat(10),
            "\uD800",
            "%",
            "%%%s%n%x",
            "%00",
            "NaN",
            "-0",
            "1e999",
            "99999999999999999999999999",
            "null",
            "true",
            " ",
            "\t");
    private static final Pattern PART = Pattern.compile("(\\[(?:[^]\\\\]|\\\\.)+]|\\\\?.)(?:\\{(\\d+)(?:,(\\d+))?})?");

    /// A value for a schema: mostly a fitting one, so that what lies behind the first check is reached as well.
    Object value(Map<?, ?> unresolved) {
        var schema = contract.resolved(unresolved);
        return switch (random.nextInt(12)) {
            case 0 -> hostile();
            case 1 -> otherwise();
            case 2 -> schema.get("type").equals("object") ? fitting(schema) : edge(schema);
            default -> fitting(schema);
        };
    }

    String hostile() {
        return HOSTILE.get(random.nextInt(HOSTILE.size()));
    }

    /// Any JSON value.
    private Object otherwise() {
        return switch (random.nextInt(9)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong();
            case 3 -> random.nextDouble();
            case 4 -> new JsonArray();
            case 5 -> new JsonObject().put("a", new JsonArray().add(new JsonObject()));
            case 6 -> "";
            case 7 -> nested(1 + random.nextInt(200));
            default -> "x".repeat(random.nextInt(10_000));
        };
    }

    private static JsonArray nested(int depth) {
        var array = new JsonArray();
        for (int i = 1; i < depth; i++) {
            array = new JsonArray().add(array);
        }
        return array;
    }

    /// As short or long, as small or large as may be, or one more.
    private Object edge(Map<?, ?> schema) {
        if (schema.get("type").equals("integer")) {
            return List.of(0, -1, 1, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE)
                    .get(random.nextInt(6));
        }
        int longest = schema.get("maxLength") instanceof Integer most ? most : 64;
        return List.of("", "0", "0".repeat(longest), "0".repeat(longest + 1), "9".repeat(28), " " + fitting(schema))
                .get(random.nextInt(6));
    }

    private Object fitting(Map<?, ?> schema) {
        if (schema.get("enum") instanceof List<?> words) {
            return words.get(random.nextInt(words.size()));
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "integer" -> random.nextInt(100_000);
            case "number" -> random.nextDouble();
            case "boolean" -> random.nextBoolean();
            default -> text(schema);
        };
    }

    private JsonObject object(Map<?, ?> schema) {
        var object = new JsonObject();
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, property) -> {
                if (random.nextInt(8) > 0) {
                    object.put((String) name, value((Map<?, ?>) property));
                }
            });
        }
        if (random.nextInt(10) == 0) {
            object.put(hostile(), hostile());
        }
        return object;
    }

    private JsonArray array(Map<?, ?> schema) {
        var array = new JsonArray();
        for (int i = random.nextInt(4); i > 0; i--) {
            array.add(value((Map<?, ?>) schema.get("items")));
        }
        return array;
    }

    private String text(Map<?, ?> schema) {
        if (schema.get("pattern") instanceof String pattern) {
            return matching(pattern.replaceAll("^\\^|\\$$", ""));
        }
        if (schema.get("examples") instanceof List<?> examples) {
            return (String) examples.get(random.nextInt(examples.size()));
        }
        return switch (String.valueOf(schema.get("format"))) {
            case "date" -> "2026-11-22";
            case "date-time" -> "2026-11-22T04:00:00Z";
            default -> matching("[0-9]{28}");
        };
    }

    /// A text for a pattern made of characters and classes, each with an optional count.
    private String matching(String pattern) {
        var text = new StringBuilder();
        var part = PART.matcher(pattern);
        while (part.find()) {
            int least = part.group(2) == null ? 1 : Integer.parseInt(part.group(2));
            int most = part.group(3) == null ? least : Integer.parseInt(part.group(3));
            var fits = Pattern.compile(part.group(1));
            for (int i = random.nextInt(least, most + 1); i > 0; i--) {
                text.append(character(fits));
            }
        }
        return text.toString();
    }

    private String character(Pattern fits) {
        while (true) {
            var one = Character.toString(random.nextInt(' ', 0x7F));
            if (fits.matcher(one).matches()) {
                return one;
            }
        }
    }
}
