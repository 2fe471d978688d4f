package slipstream.cloudlink.service.config;

import java.time.Duration;

/// How long what is kept about payers is kept.
///
/// @param notices that a platform's notice came: it may come again for a day or two
/// @param payments who paid, how much and when, after the payment was seen: the time in which refunds come
/// @param links links and voucher codes, after they have expired
/// @param marks marks, purchases and invitations, after the payer was seen last
/// @param counts what a payer was given under which campaign, and control groups, after it was counted
/// @param copies copies of receipts, after they were asked for
/// @param figures vouchers without their codes, after they have expired: for the operator's figures
public record RetentionTimes(
        Duration notices,
        Duration payments,
        Duration links,
        Duration marks,
        Duration counts,
        Duration copies,
        Duration figures) {

    /// As configured when nobody says otherwise.
    public static final RetentionTimes USUAL = new RetentionTimes(
            Duration.ofDays(30),
            Duration.ofDays(180),
            Duration.ofDays(90),
            Duration.ofDays(730),
            Duration.ofDays(400),
            Duration.ofDays(7),
            Duration.ofDays(1095));

    static RetentionTimes read(TomlFile toml) throws ConfigurationException {
        return new RetentionTimes(
                days(toml, "notice-days", USUAL.notices, 7),
                days(toml, "payment-days", USUAL.payments, 1),
                days(toml, "link-days", USUAL.links, 1),
                days(toml, "mark-days", USUAL.marks, 1),
                days(toml, "count-days", USUAL.counts, 1),
                days(toml, "copy-days", USUAL.copies, 1),
                days(toml, "figure-days", USUAL.figures, 1));
    }

    private static Duration days(TomlFile toml, String key, Duration usual, int least) throws ConfigurationException {
        return Duration.ofDays(toml.number("retention." + key, (int) usual.toDays(), least, 36_500));
    }
}
