package slipstream.cloudlink.service.web.console;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import slipstream.cloudlink.service.account.Role;
import slipstream.cloudlink.service.account.User;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.merchant.Wording;

/// Merchants; each may change what customers read of its own shop, and whether they may have copies of receipts.
/// Whether credentials were entrusted is shown; credentials never are.
record Merchants(Desk desk) implements Resource {
    private static final List<Field.Choice> LANGUAGES =
            List.of(new Field.Choice("zh", "中文"), new Field.Choice("en", "English"));

    private static final String ON = "on";

    private static final Field ID = Field.text("id", true);

    /// With whom a shop's links are shared: the circle's business, not its own.
    private static final Field GROUP = Field.text("group", false);

    private static final List<Field> FIELDS = List.of(
            ID,
            Field.text("title", true),
            Field.text("english", false),
            Field.one("language", true, LANGUAGES).with("zh"),
            GROUP,
            Field.text("address", false),
            Field.text("addressEnglish", false),
            Field.any("copies", List.of(new Field.Choice(ON, "@v_copiesOn"))));

    @Override
    public String name() {
        return "merchants";
    }

    @Override
    public List<String> columns() {
        return List.of("id", "title", "group", "entrusted");
    }

    @Override
    public List<Row> rows(User user) {
        return desk.merchants(user).stream().map(this::row).toList();
    }

    private Row row(Merchant merchant) {
        var entrusted = desk.administration().entrusted(merchant.id()).stream()
                .map(Platform::word)
                .collect(Collectors.joining(", "));
        return Row.of(
                merchant.id(),
                "title",
                merchant.name().text(),
                "english",
                merchant.name().english(),
                "language",
                merchant.language().getLanguage(),
                "circle",
                merchant.circle(),
                "group",
                merchant.exclusionGroup().orElse(""),
                "address",
                merchant.address().map(Wording::text).orElse(""),
                "addressEnglish",
                merchant.address().map(Wording::english).orElse(""),
                "copies",
                merchant.copies() ? ON : "",
                "entrusted",
                entrusted);
    }

    @Override
    public Set<Role> writers() {
        return EnumSet.allOf(Role.class);
    }

    /// Only operators let shops in.
    @Override
    public List<Field> fields(User user) {
        return user.role() == Role.OPERATOR ? FIELDS : List.of();
    }

    @Override
    public Added add(User user, Values values) throws IOException {
        var merchant = merchant(values.text("id"), user.circle(), values.optional("group"), values);
        desk.of(user).addMerchant(merchant, Map.of());
        return new Added(merchant.id(), Optional.empty());
    }

    @Override
    public List<Field> changes(User user, Row row) {
        return FIELDS.stream()
                .filter(field -> field != ID && (field != GROUP || user.role() == Role.OPERATOR))
                .map(field -> field.with(String.valueOf(row.get(field.name()))))
                .toList();
    }

    @Override
    public void change(User user, Row row, Values values) throws IOException {
        var group = user.role() == Role.OPERATOR
                ? values.optional("group")
                : desk.merchant(user, Optional.of(row.id())).exclusionGroup();
        desk.of(user).changeMerchant(merchant(row.id(), user.circle(), group, values));
    }

    private static Merchant merchant(String id, String circle, Optional<String> group, Values values) {
        var language = values.optional("language").orElse("zh");
        if (LANGUAGES.stream().noneMatch(choice -> choice.value().equals(language))) {
            throw new Wrong("wrongChoice", "language", language, "zh, en");
        }
        var copies = values.optional("copies").orElse("");
        if (!copies.isEmpty() && !copies.equals(ON)) {
            throw new Wrong("wrongChoice", "copies", copies, ON);
        }
        return new Merchant(
                id,
                new Wording(values.text("title"), values.optional("english").orElse("")),
                Locale.forLanguageTag(language),
                circle,
                group,
                Forms.wording(values, "address", "addressEnglish"),
                copies.equals(ON));
    }
}
