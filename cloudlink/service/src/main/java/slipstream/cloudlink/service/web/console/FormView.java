package slipstream.cloudlink.service.web.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import slipstream.cloudlink.service.web.page.Words;

/// Fields as the template `fields` takes them.
final class FormView {
    private FormView() {}

    /// @param sent what was sent before, if anything: it stands in the fields again
    static List<Map<String, Object>> of(List<Field> fields, Values sent, Words words) {
        return fields.stream().map(field -> view(field, sent, words)).toList();
    }

    /// How a form with these fields is sent.
    static String encoding(List<Field> fields) {
        return fields.stream().anyMatch(field -> field.kind() == Field.Kind.FILES)
                ? "multipart/form-data"
                : "application/x-www-form-urlencoded";
    }

    private static Map<String, Object> view(Field field, Values sent, Words words) {
        var present = sent.sent().isEmpty() ? field.value() : sent.sent().getOrDefault(field.name(), List.of());
        var view = new HashMap<String, Object>();
        view.put("name", field.name());
        view.put("label", words.get("f_" + field.name()));
        view.put("hint", words.all().getOrDefault("h_" + field.name(), ""));
        view.put("required", field.required());
        view.put("optional", !field.required() && field.kind() != Field.Kind.ANY);
        view.put("files", field.kind() == Field.Kind.FILES);
        boolean secret = field.kind() == Field.Kind.SECRET;
        view.put("value", secret || present.isEmpty() ? "" : present.getFirst());
        view.put("lines", secret || field.kind() == Field.Kind.LINES);
        view.put("one", field.kind() == Field.Kind.ONE);
        view.put("any", field.kind() == Field.Kind.ANY);
        view.put(
                "type",
                switch (field.kind()) {
                    case TEXT -> "text";
                    case NUMBER -> "number";
                    case DAY -> "date";
                    case LINES, SECRET, FILES, ONE, ANY -> "";
                });
        view.put("input", !view.get("type").equals(""));
        view.put("number", field.kind() == Field.Kind.NUMBER);
        view.put("least", String.valueOf(field.least()));
        view.put("most", String.valueOf(field.most()));
        view.put("choices", choices(field, present, words));
        return view;
    }

    private static List<Map<String, Object>> choices(Field field, List<String> present, Words words) {
        var choices = new ArrayList<Map<String, Object>>();
        if (field.kind() == Field.Kind.ONE && (!field.required() || present.isEmpty())) {
            choices.add(Map.of("value", "", "label", "–", "chosen", present.isEmpty()));
        }
        for (var choice : field.choices()) {
            var label =
                    choice.label().startsWith("@v_") ? words.get(choice.label().substring(1)) : choice.label();
            choices.add(Map.of("value", choice.value(), "label", label, "chosen", present.contains(choice.value())));
        }
        return choices;
    }
}
