package slipstream.cloudlink.service.web.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipstream.cloudlink.service.account.Role;
import slipstream.cloudlink.service.account.User;
import slipstream.cloudlink.service.staff.Staff;

/// Who may redeem at the counter. A merchant lets in its own; link and PIN are told once.
///
/// @param publicUrl where the staff page is
record StaffMembers(Desk desk, String publicUrl) implements Resource {
    private static final String IN_USE = "in-use";

    @Override
    public String name() {
        return "staff";
    }

    @Override
    public Set<Role> writers() {
        return EnumSet.allOf(Role.class);
    }

    @Override
    public List<String> columns() {
        return List.of("name", "merchant", "state", "since");
    }

    @Override
    public List<Row> rows(User user) {
        var ids = desk.ids(user);
        return desk.administration().staff().stream()
                .filter(staff -> ids.contains(staff.merchantId()))
                .map(StaffMembers::row)
                .toList();
    }

    private static Row row(Staff staff) {
        return Row.of(
                staff.id(),
                "name",
                staff.name(),
                "merchant",
                staff.merchantId(),
                "state",
                new Row.Word(staff.revokedAt().isPresent() ? "revoked" : IN_USE),
                "since",
                staff.revokedAt().orElse(staff.addedAt()));
    }

    @Override
    public List<Field> fields(User user) {
        var fields = new ArrayList<>(Forms.ownMerchant(desk, user));
        fields.add(Field.text("name", true));
        return fields;
    }

    /// The secret is the link, a line's end, and the PIN.
    @Override
    public Added add(User user, Values values) throws IOException {
        var merchant = desk.merchant(user, values.optional("merchant"));
        var invited = desk.of(user).addStaff(merchant.id(), values.text("name"));
        var link = publicUrl.replaceAll("/+$", "") + "/staff/in/" + invited.link();
        return new Added(invited.staff().id(), Optional.of(link + "\n" + invited.pin()));
    }

    @Override
    public List<String> actions(User user, Row row) {
        return row.get("state").equals(new Row.Word(IN_USE)) ? List.of("dismiss") : List.of();
    }

    @Override
    public Optional<String> act(User user, Row row, String action) throws IOException {
        desk.of(user).revokeStaff(row.id());
        return Optional.empty();
    }
}
