package slipstream.cloudlink.service.web.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
        return fields;
    }

    @Override
    public Added add(User user, Values values) throws IOException {
        var merchant = desk.merchant(user, values.optional("merchant"));
        var platform = platform(values.text("platform"));
        if (values.raw("sheet").isBlank()) {
            throw new Wrong("wrongMissing", "sheet");
        }
        desk.of(user).entrust(merchant.id(), platform, values.raw("sheet"));
        return new Added("", Optional.empty());
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
