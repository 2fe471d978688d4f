package slipstream.cloudlink.service.web.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.account.Role;
import slipstream.cloudlink.service.account.User;
import slipstream.cloudlink.service.config.Amounts;
import slipstream.cloudlink.service.merchant.Wording;

/// Virtual items. A merchant adds and changes its own.
record Items(Desk desk) implements Resource {
    private static final String OFFERED = "offered";
    private static final int MOST_STOCK = 100_000_000;

    private static final List<Field> WORDS = List.of(
            Field.text("title", true),
            Field.text("titleEnglish", false),
            Field.text("terms", false),
            Field.text("termsEnglish", false));

    private static final Field PRICE = Field.text("price", false);

    @Override
    public String name() {
        return "items";
    }

    @Override
    public Set<Role> writers() {
        return EnumSet.allOf(Role.class);
    }

    @Override
    public List<String> columns() {
        return List.of("title", "merchant", "validDays", "stock", "price", "state");
    }

    @Override
    public List<Row> rows(User user) {
        var ids = desk.ids(user);
        return desk.administration().items().stream()
                .filter(item -> ids.contains(item.merchantId()))
                .map(item -> Row.of(
                        item.id(),
                        "title",
                        item.title().text(),
                        "titleEnglish",
                        item.title().english(),
                        "merchant",
                        item.merchantId(),
                        "terms",
                        item.terms().map(Wording::text).orElse(""),
                        "termsEnglish",
                        item.terms().map(Wording::english).orElse(""),
                        "validDays",
                        item.validDays(),
                        "stock",
                        item.stock().<Object>map(stock -> stock).orElse(new Row.Word("endless")),
                        "price",
                        item.price().map(Amounts::written).orElse(""),
                        "state",
                        new Row.Word(item.withdrawnAt().isPresent() ? "withdrawn" : OFFERED),
                        "since",
                        item.withdrawnAt().<Object>map(at -> at).orElse("")))
                .toList();
    }

    @Override
    public List<Field> fields(User user) {
        var fields = new ArrayList<>(Forms.ownMerchant(desk, user));
        fields.addAll(WORDS);
        fields.addAll(List.of(
                Field.number("validDays", true, 1, 3650).with("30"),
                Field.number("stock", false, 1, MOST_STOCK),
                PRICE));
        return fields;
    }

    /// How long a voucher is good and how many there are stays: that was promised.
    @Override
    public List<Field> changes(User user, Row row) {
        return Stream.concat(WORDS.stream(), Stream.of(PRICE))
                .map(field -> field.with(String.valueOf(row.get(field.name()))))
                .toList();
    }

    @Override
    public void change(User user, Row row, Values values) throws IOException {
        desk.of(user).changeItem(row.id(), title(values), terms(values), price(values));
    }

    @Override
    public Added add(User user, Values values) throws IOException {
        var merchant = desk.merchant(user, values.optional("merchant"));
        var id = desk.of(user)
                .addItem(
                        merchant.id(),
                        title(values),
                        terms(values),
                        values.number("validDays", 1, 3650),
                        values.optionalNumber("stock", 1, MOST_STOCK),
                        price(values));
        return new Added(id, Optional.empty());
    }

    private static Wording title(Values values) {
        return new Wording(values.text("title"), values.optional("titleEnglish").orElse(""));
    }

    private static Optional<Wording> terms(Values values) {
        return Forms.wording(values, "terms", "termsEnglish");
    }

    private static Optional<Money> price(Values values) {
        return values.optional("price")
                .map(text -> Amounts.read(text)
                        .filter(money -> money.minorUnits() > 0)
                        .orElseThrow(() -> new Wrong("wrongAmount", "price", text)));
    }

    @Override
    public List<String> actions(User user, Row row) {
        return row.get("state").equals(new Row.Word(OFFERED)) ? List.of("withdraw") : List.of();
    }

    @Override
    public Optional<String> act(User user, Row row, String action) throws IOException {
        desk.of(user).withdrawItem(row.id());
        return Optional.empty();
    }
}
