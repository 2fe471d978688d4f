package slipstream.cloudlink.service.web.console;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipstream.cloudlink.service.account.Role;
import slipstream.cloudlink.service.account.User;

/// Users of the operator's own circle.
record Users(Desk desk) implements Resource {
    @Override
    public String name() {
        return "users";
    }

    @Override
    public Set<Role> readers() {
        return EnumSet.of(Role.OPERATOR);
    }

    @Override
    public List<String> columns() {
        return List.of("id", "role", "merchant", "state");
    }

    @Override
    public List<Row> rows(User user) {
        return desk.accounts().users().stream()
                .filter(other -> other.circle().equals(user.circle()))
                .map(other -> Row.of(
                        other.name(),
                        "role",
                        new Row.Word(other.role().word()),
                        "merchant",
                        other.merchantId().orElse(""),
                        "state",
                        new Row.Word(other.ready() ? "ready" : "new"),
                        "since",
                        other.addedAt()))
                .toList();
    }

    @Override
    public List<Field> fields(User user) {
        var roles = List.of(
                new Field.Choice(Role.MERCHANT.word(), "@v_merchant"),
                new Field.Choice(Role.OPERATOR.word(), "@v_operator"));
        return List.of(
                Field.text("id", true),
                Field.one("role", true, roles),
                Field.one("merchant", false, Forms.merchants(desk, user)));
    }

    @Override
    public Added add(User user, Values values) throws IOException {
        var role = Role.of(values.text("role"));
        var merchant = role == Role.MERCHANT
                ? Optional.of(desk.merchant(user, values.optional("merchant")).id())
                : Optional.<String>empty();
        var name = values.text("id");
        var password = desk.accounts().as(user.name()).add(name, role, user.circle(), merchant);
        return new Added(name, Optional.of(password));
    }

    @Override
    public List<String> actions(User user, Row row) {
        return row.id().equals(user.name()) ? List.of() : List.of("reset", "remove");
    }

    @Override
    public Optional<String> act(User user, Row row, String action) throws IOException {
        var accounts = desk.accounts().as(user.name());
        if (action.equals("reset")) {
            return Optional.of(accounts.reset(row.id()));
        }
        accounts.remove(row.id());
        return Optional.empty();
    }
}
