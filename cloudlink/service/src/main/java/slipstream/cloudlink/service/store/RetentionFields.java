package slipstream.cloudlink.service.store;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Until when each field is kept, as the README prints it; a test sees to it that none is forgotten.
final class RetentionFields {
    private static final String FOR_EVER = "for ever: one payment, one decision; a keyed hash or no personal data";
    private static final String PAYMENT = "payment-days after the payment was seen, then emptied";
    private static final String LINK = "link-days after the link, or its voucher, has expired";
    private static final String CODE = "link-days after the voucher has expired, then emptied";
    private static final String FIGURE = "figure-days after the voucher has expired";
    private static final String MARK = "mark-days after the payer was seen last";
    private static final String BOUGHT = "mark-days after the payer's last purchase at the merchant";
    private static final String INVITED = "mark-days after it was made";
    private static final String COUNT = "count-days after it was counted";
    private static final String TRACE = "as long as the payment, link, copy or invitation that it names"
            + "; a voucher's until link-days after it has expired";
    private static final String SALE = "payment-days after it was ordered";
    private static final String NOTICE = "notice-days after it came";
    private static final String SESSION = "a day after it has ended";
    private static final String WISH = "until the payer thinks better of it";
    private static final String ADDRESS =
            "until the payer thinks better of it, at most mark-days after it was given or reached last";
    private static final String TRY = "a day after the last try";
    private static final String ENDED = "until it ends";
    private static final String AUDIT = "figure-days after it was done";
    private static final String DAY = "figure-days after the day";
    private static final String LOOK = "link-days after the link was first looked at";
    private static final String COPY = "copy-days after it was asked for last";
    private static final String WANTED = "an hour after it was asked for, and no longer than until it came";
    private static final String FIGURES = "for ever: counts, nothing about a payer";

    static final Map<String, String> ALL = all();

    private RetentionFields() {}

    private static Map<String, String> all() {
        var all = new TreeMap<String, String>();
        fields(
                all,
                "payment",
                FOR_EVER,
                "payment_key merchant_id state seen_at decided_at reason linked campaign_id token_hash own_link"
                        + " reward_hash");
        fields(all, "payment", PAYMENT, "payer_key payer_version amount currency paid_at");
        fields(all, "payment_name", FOR_EVER, "name_key payment_key");
        fields(all, "notice", NOTICE, "notice_key received_at");
        fields(
                all,
                "mark",
                MARK,
                "payer_key circle payer_version source_merchant source_payer source_version marked_at seen_at");
        fields(all, "opt_out", WISH, "payer_key opted_out_at");
        fields(all, "purchase", BOUGHT, "payer_key merchant_id bought bought_at");
        fields(all, "payer_tally", COUNT, "payer_key campaign_id kind day used counted_at");
        fields(all, "exposure", COUNT, "payer_key campaign_id control met_at");
        fields(all, "reward", COUNT, "payer_key token_hash circle made_at printed_for symbol_hash");
        fields(
                all,
                "message_address",
                ADDRESS,
                "payer_key merchant_id sealed consent agreed_at used_at unreachable_at");
        fields(all, "message", COUNT, "payer_key token_hash made_at due_at tries begun_at outcome");
        fields(
                all,
                "claim_link",
                LINK,
                "token_hash token merchant_id campaign_id payer_key payer_version block_lines payer_only opened_at expires_at"
                        + " claimed_at claimant voucher_hash taken_back_at printed_hash");
        fields(all, "claim_offer", LINK, "token_hash position item_id");
        fields(all, "voucher", CODE, "code token_hash");
        fields(
                all,
                "voucher",
                FIGURE,
                "voucher_hash item_id issued_at expires_at redeemed_at redeemed_by taken_back_at refunded_at occasion");
        fields(all, "invitation", INVITED, "token_hash payer_key payer_version circle made_at");
        fields(all, "sign_in_try", TRY, "name_hash failures tried_at locked_until");
        fields(all, "session", ENDED, "session_hash user_name seen_at ends_at");
        fields(all, "audit", AUDIT, "audit_id done_at who circle action subject detail");
        fields(all, "enrolment", ENDED, "token_hash merchant_id name made_at ends_at");
        fields(all, "look", LOOK, "token_hash merchant_id campaign_id looked_at");
        fields(all, "figure", DAY, "merchant_id day campaign_id kind amount");
        fields(all, "box_figure", DAY, "merchant_id day device_id run kind amount");
        fields(
                all,
                "sale",
                SALE,
                "order_key merchant_id item_id token claimant holder_key amount currency ordered_at paid_at undone_at");
        fields(all, "trace", TRACE, "payer_key kind ref lasts_to");
        fields(
                all,
                "pool_token",
                LINK,
                "token_hash device_id merchant_id campaign_id issued_at expires_at used_at receipt_key paid_by"
                        + " name_key");
        fields(all, "staff_session", SESSION, "session_hash staff_id expires_at");
        fields(all, "pool_tally", COUNT, "device_id day issued");
        fields(all, "receipt_copy", COPY, "copy_hash merchant_id asked_at came_at sealed");
        fields(all, "copy_wish", WANTED, "merchant_id copy_hash asked_at");
        fields(all, "campaign_tally", FIGURES, "campaign_id day used");
        fields(all, "item_tally", FIGURES, "item_id issued");
        return Collections.unmodifiableMap(all);
    }

    private static void fields(Map<String, String> all, String table, String until, String columns) {
        for (var column : columns.split(" ")) {
            all.put(table + "." + column, until);
        }
    }
}
