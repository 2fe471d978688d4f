package slipstream.cloudlink.service.web.console;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipstream.cloudlink.service.account.Accounts;
import slipstream.cloudlink.service.account.Role;
import slipstream.cloudlink.service.account.User;

/// A user's own tokens for programs.
record Tokens(Desk desk) implements Resource {
    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public Set<Role> writers() {
        return EnumSet.allOf(Role.class);
    }

    @Override
    public List<String> columns() {
        return List.of("label", "id", "made", "ends");
    }

    @Override
    public List<Row> rows(User user) {
        return desk.accounts().tokens().stream()
                .filter(token -> token.user().equals(user.name()))
                .map(token ->
                        Row.of(token.id(), "label", token.label(), "made", token.madeAt(), "ends", token.endsAt()))
                .toList();
    }

    @Override
    public List<Field> fields(User user) {
        return List.of(
                Field.text("label", true),
                Field.number("days", true, 1, Accounts.LONGEST_TOKEN_DAYS).with("90"));
    }

    @Override
    public Added add(User user, Values values) throws IOException {
        var token = desk.accounts()
                .as(user.name())
                .addToken(user.name(), values.text("label"), values.number("days", 1, Accounts.LONGEST_TOKEN_DAYS));
        return new Added("", Optional.of(token));
    }

    @Override
    public List<String> actions(User user, Row row) {
        return List.of("drop");
    }

    @Override
    public Optional<String> act(User user, Row row, String action) throws IOException {
        desk.accounts().as(user.name()).dropToken(row.id());
        return Optional.empty();
    }
}
