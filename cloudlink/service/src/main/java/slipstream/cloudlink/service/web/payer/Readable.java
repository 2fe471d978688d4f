package slipstream.cloudlink.service.web.payer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.payer.Dossier;
import slipstream.cloudlink.service.web.page.Words;

/// What is kept about a payer, in words people use. A column without a word of its own is shown by its name.
///
/// @param zone in which times are told
record Readable(Words words, ZoneId zone, Function<String, Optional<Merchant>> merchants) {
    private static final Set<String> MERCHANTS = Set.of("merchant_id", "source_merchant", "redeemed_by");
    private static final Set<String> LEFT_OUT = Set.of("item_id", "currency", "title_english");

    Map<String, Object> part(Dossier.Part part) {
        return Map.of(
                "name", word("data." + part.table(), part.table()),
                "rows", part.rows().stream().map(row -> row(part.table(), row)).toList());
    }

    private Map<String, Object> row(String table, Map<String, String> row) {
        var fields = row.entrySet().stream()
                .filter(field -> !LEFT_OUT.contains(field.getKey()))
                .map(field -> Map.of("label", label(table, field.getKey()), "value", value(field, row)))
                .toList();
        return Map.of("fields", fields);
    }

    private String label(String table, String column) {
        return word("field." + table + "." + column, word("field." + column, column));
    }

    private String value(Map.Entry<String, String> field, Map<String, String> row) {
        var column = field.getKey();
        var value = field.getValue();
        if (MERCHANTS.contains(column)) {
            return merchants
                    .apply(value)
                    .map(one -> one.name().in(words.language()))
                    .orElse(value);
        }
        if (column.equals("title")) {
            return new Wording(value, row.get("title_english")).in(words.language());
        }
        if (column.equals("amount")) {
            return amount(value, row.getOrDefault("currency", "CNY"));
        }
        if (column.endsWith("_at")) {
            var pattern = DateTimeFormatter.ofPattern(words.get("timePattern"), words.language());
            return pattern.format(Instant.parse(value).atZone(zone));
        }
        return word("value." + value.toLowerCase(Locale.ROOT), value);
    }

    private static String amount(String minorUnits, String code) {
        int digits = Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
        return BigDecimal.valueOf(Long.parseLong(minorUnits), digits).toPlainString() + " " + code;
    }

    private String word(String key, String otherwise) {
        return words.all().getOrDefault(key, otherwise);
    }
}
