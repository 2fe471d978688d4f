package slipstream.cloudlink.service.web.console;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import slipstream.cloudlink.service.account.Role;
import slipstream.cloudlink.service.account.User;

/// Who changed what. Nothing here can be changed.
record AuditLog(Desk desk) implements Resource {
    private static final int MOST = 1000;

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Set<Role> readers() {
        return EnumSet.of(Role.OPERATOR);
    }

    @Override
    public Set<Role> writers() {
        return EnumSet.noneOf(Role.class);
    }

    @Override
    public List<String> columns() {
        return List.of("at", "who", "action", "subject", "detail");
    }

    @Override
    public List<Row> rows(User user) {
        return rows(user, 0, MOST);
    }

    @Override
    public Page page(User user, int number) {
        var rows = rows(user, (number - 1) * Page.ROWS, Page.ROWS + 1);
        return new Page(rows.stream().limit(Page.ROWS).toList(), rows.size() > Page.ROWS);
    }

    private List<Row> rows(User user, int before, int most) {
        return desk.accounts().audit(user.circle(), before, most).stream()
                .map(entry -> Row.of(
                        "",
                        "at",
                        entry.at(),
                        "who",
                        entry.who(),
                        "action",
                        new Row.Word(entry.action().replace(' ', '-')),
                        "subject",
                        entry.subject(),
                        "detail",
                        entry.detail()))
                .toList();
    }
}
