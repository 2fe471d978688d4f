package slipstream.cloudlink.service.web.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import slipstream.cloudlink.service.account.User;

/// A campaign's form, and the TOML that it stands for: one way to read campaigns, whoever writes them.
record CampaignForm(Desk desk) {
    private static final int MOST = 100_000_000;
    /// A field, the table and key it becomes, and how its value is written.
    private static final List<Line> LINES = List.of(
            new Line("id", "", "id", Form.TEXT),
            new Line("merchants", "", "merchants", Form.TEXTS),
            new Line("payers", "", "payers", Form.TEXTS),
            new Line("offer", "", "offer", Form.TEXTS),
            new Line("items", "", "items", Form.TEXTS),
            new Line("priority", "", "priority", Form.NUMBER),
            new Line("purchaseThreshold", "", "purchase-threshold", Form.NUMBER),
            new Line("controlPercent", "", "control-percent", Form.NUMBER),
            new Line("from", "when", "from", Form.TEXT),
            new Line("until", "when", "until", Form.TEXT),
            new Line("days", "when", "days", Form.TEXTS),
            new Line("hours", "when", "hours", Form.LIST),
            new Line("least", "amount", "least", Form.LIST),
            new Line("most", "amount", "most", Form.LIST),
            new Line("perPayer", "caps", "per-payer", Form.NUMBER),
            new Line("perPayerDay", "caps", "per-payer-day", Form.NUMBER),
            new Line("perDay", "caps", "per-day", Form.NUMBER),
            new Line("total", "caps", "total", Form.NUMBER),
            new Line("lines", "block", "lines", Form.NUMBER),
            new Line("linkDays", "link", "days", Form.NUMBER));

    List<Field> fields(User user) {
        var items = desk.administration().items();
        var ids = desk.ids(user);
        return List.of(
                Field.text("id", true),
                Field.any("merchants", Forms.merchants(desk, user)),
                Field.any("payers", words("new", "member", "lapsed")).with("member", "lapsed"),
                Field.any("offer", words("own", "exclusive")).with("own", "exclusive"),
                Field.any(
                        "items",
                        items.stream()
                                .filter(item -> ids.contains(item.merchantId()))
                                .map(item -> new Field.Choice(
                                        item.id(), item.title().text() + " (" + item.merchantId() + ")"))
                                .toList()),
                Field.day("from"),
                Field.day("until"),
                Field.any("days", words("mon", "tue", "wed", "thu", "fri", "sat", "sun")),
                Field.text("hours", false),
                Field.text("least", false),
                Field.text("most", false),
                Field.number("perPayer", false, 1, MOST),
                Field.number("perPayerDay", false, 1, MOST),
                Field.number("perDay", false, 1, MOST),
                Field.number("total", false, 1, MOST),
                Field.number("purchaseThreshold", false, 0, MOST),
                Field.number("controlPercent", false, 0, 90).with("10"),
                Field.number("priority", false, 0, 1000).with("100"),
                Field.number("lines", false, 0, 4).with("2"),
                Field.number("linkDays", false, 1, 365),
                Field.lines("definition"));
    }

    private static List<Field.Choice> words(String... words) {
        return List.of(words).stream()
                .map(word -> new Field.Choice(word, "@v_" + word))
                .toList();
    }

    /// The campaign as text: what was written by hand, else what the fields say.
    String toml(User user, Values values) {
        var definition = values.raw("definition");
        if (!definition.isBlank()) {
            return definition;
        }
        var text = new StringBuilder();
        var table = "";
        for (var line : LINES) {
            var value = line.form.written(line.field, values);
            if (!value.isEmpty()) {
                if (!line.table.equals(table)) {
                    table = line.table;
                    text.append("\n[").append(table).append("]\n");
                }
                text.append(line.key).append(" = ").append(value).append('\n');
                if (line.key.equals("id")) {
                    text.append("circle = ").append(quoted(user.circle())).append('\n');
                }
            }
        }
        return text.toString();
    }

    /// TOML 1.0, "String": a basic string, everything but plain letters escaped.
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c < 0x20 || c == 0x7F || c == '"' || c == '\\') {
                quoted.append(String.format("\\u%04X", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    private record Line(String field, String table, String key, Form form) {}

    private enum Form {
        TEXT {
            @Override
            String written(String field, Values values) {
                return values.optional(field).map(CampaignForm::quoted).orElse("");
            }
        },
        NUMBER {
            @Override
            String written(String field, Values values) {
                return values.optionalNumber(field, 0, MOST)
                        .map(String::valueOf)
                        .orElse("");
            }
        },
        TEXTS {
            @Override
            String written(String field, Values values) {
                return list(values.all(field));
            }
        },
        /// Several in one line, parted by commas.
        LIST {
            @Override
            String written(String field, Values values) {
                var parts = new ArrayList<String>();
                for (var line : values.all(field)) {
                    for (var part : line.split("[,，]")) {
                        if (!part.isBlank()) {
                            parts.add(part.strip());
                        }
                    }
                }
                return list(parts);
            }
        };

        abstract String written(String field, Values values);

        private static String list(List<String> texts) {
            return texts.isEmpty()
                    ? ""
                    : texts.stream().map(CampaignForm::quoted).collect(Collectors.joining(", ", "[", "]"));
        }
    }
}
