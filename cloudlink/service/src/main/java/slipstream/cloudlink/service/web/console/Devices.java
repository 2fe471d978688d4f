package slipstream.cloudlink.service.web.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.service.account.User;
import slipstream.cloudlink.service.fleet.Device;

/// Boxes. To add one is to invite it: the token is for the technician, who shows it to the box.
record Devices(Desk desk) implements Resource {
    private static final String IN_USE = "in-use";

    @Override
    public String name() {
        return "devices";
    }

    @Override
    public List<String> columns() {
        return List.of("name", "merchant", "state", "id");
    }

    @Override
    public List<Row> rows(User user) {
        var ids = desk.ids(user);
        var rows = new ArrayList<Row>();
        desk.administration().devices().stream()
                .filter(device -> ids.contains(device.merchantId()))
                .forEach(device -> rows.add(row(device)));
        desk.administration().invitedDevices().stream()
                .filter(invited -> ids.contains(invited.merchantId()))
                .forEach(invited -> rows.add(Row.of(
                        "",
                        "name",
                        invited.name(),
                        "merchant",
                        invited.merchantId(),
                        "state",
                        new Row.Word("invited"),
                        "since",
                        invited.madeAt())));
        return rows;
    }

    private static Row row(Device device) {
        return Row.of(
                device.id(),
                "name",
                device.name(),
                "merchant",
                device.merchantId(),
                "state",
                new Row.Word(device.revokedAt().isPresent() ? "revoked" : IN_USE),
                "since",
                device.revokedAt().<Object>map(at -> at).orElse(""));
    }

    @Override
    public List<Field> fields(User user) {
        return List.of(Forms.merchant(desk, user), Field.text("name", true));
    }

    @Override
    public Added add(User user, Values values) throws IOException {
        var merchant = desk.merchant(user, values.optional("merchant"));
        var token = desk.of(user).inviteDevice(merchant.id(), values.text("name"));
        return new Added("", Optional.of(token));
    }

    @Override
    public List<String> actions(User user, Row row) {
        return row.get("state").equals(new Row.Word(IN_USE)) ? List.of("revoke") : List.of();
    }

    @Override
    public Optional<String> act(User user, Row row, String action) throws IOException {
        desk.of(user).revokeDevice(row.id());
        return Optional.empty();
    }
}
