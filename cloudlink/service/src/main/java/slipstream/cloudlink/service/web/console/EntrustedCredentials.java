package slipstream.cloudlink.service.web.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import slipstream.cloudlink.service.account.Role;
import slipstream.cloudlink.service.account.User;
import slipstream.cloudlink.service.merchant.Platform;

/// What merchants have entrusted to us at the platforms: that there is something, never what. A sheet that is
/// sent is sealed at once, and its text is not shown again. A merchant entrusts its own.
record EntrustedCredentials(Desk desk) implements Resource {
    @Override
    public String name() {
        return "credentials";
    }

    @Override
    public Set<Role> writers() {
        return EnumSet.allOf(Role.class);
    }

    @Override
    public List<String> columns() {
        return List.of("merchant", "platform");
    }

    @Override
    public List<Row> rows(User user) {
        var rows = new ArrayList<Row>();
        for (var merchant : desk.ids(user)) {
            for (var platform : desk.administration().entrusted(merchant)) {
                rows.add(Row.of("", "merchant", merchant, "platform", new Row.Word(platform.word())));
            }
        }
        return rows;
    }

    @Override
    public List<Field> fields(User user) {
        var platforms = Arrays.stream(Platform.values())
                .map(platform -> new Field.Choice(platform.word(), "@v_" + platform.word()))
                .toList();
        var fields = new ArrayList<>(Forms.ownMerchant(desk, user));
        fields.add(Field.one("platform", true, platforms));
        fields.add(Field.secret("sheet"));
        fields.add(Field.files("files"));
        return fields;
    }

    @Override
    public Added add(User user, Values values) throws IOException {
        var merchant = desk.merchant(user, values.optional("merchant"));
        var platform = platform(values.text("platform"));
        desk.of(user).entrust(merchant.id(), platform, sheet(values), values.files());
        return new Added("", Optional.empty());
    }

    /// What was typed, or else the sheet among the files.
    private static String sheet(Values values) {
        return Stream.concat(
                        Stream.of(values.raw("sheet")),
                        values.files().entrySet().stream()
                                .filter(file -> file.getKey().endsWith(".toml"))
                                .map(Map.Entry::getValue))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElseThrow(() -> new Wrong("wrongMissing", "sheet"));
    }

    private static Platform platform(String word) {
        return Arrays.stream(Platform.values())
                .filter(platform -> platform.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Wrong(
                        "wrongChoice",
                        "platform",
                        word,
                        Arrays.stream(Platform.values()).map(Platform::word).collect(Collectors.joining(", "))));
    }
}
