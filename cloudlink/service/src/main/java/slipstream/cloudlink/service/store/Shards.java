package slipstream.cloudlink.service.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which key shards which table. Every statement on the way of a receipt, a claim, a redemption or a refund
/// names the key of each sharded table it touches, so that one shard answers it.
///
/// A shard key leads its table's primary key and is a hash, but for the three tables of counts and the
/// wishes of the last hour, which are small. Tables that share a key can be laid on the same shards.
public final class Shards {
    /// The sharded tables, in an order in which they can be filled, each with its key.
    public static final Map<String, String> KEYS = keys();

    /// The small tables that every node of a cluster holds whole, in an order in which they can be filled.
    public static final List<String> EVERYWHERE = List.of(
            "merchant",
            "device",
            "item",
            "campaign",
            "credential",
            "staff",
            "account",
            "recovery_code",
            "access_token");

    private Shards() {}

    private static Map<String, String> keys() {
        var keys = new LinkedHashMap<String, String>();
        keys.put("payment", "payment_key");
        keys.put("payment_name", "name_key");
        keys.put("notice", "notice_key");
        for (var ofPayer : List.of(
                "mark",
                "opt_out",
                "purchase",
                "payer_tally",
                "exposure",
                "reward",
                "message_address",
                "message",
                "trace")) {
            keys.put(ofPayer, "payer_key");
        }
        for (var ofToken : List.of("claim_link", "claim_offer", "invitation", "pool_token")) {
            keys.put(ofToken, "token_hash");
        }
        keys.put("voucher", "voucher_hash");
        keys.put("sign_in_try", "name_hash");
        keys.put("session", "session_hash");
        keys.put("audit", "audit_id");
        keys.put("enrolment", "token_hash");
        keys.put("look", "token_hash");
        keys.put("figure", "merchant_id");
        keys.put("box_figure", "merchant_id");
        keys.put("sale", "order_key");
        keys.put("campaign_tally", "campaign_id");
        keys.put("item_tally", "item_id");
        keys.put("staff_session", "session_hash");
        keys.put("pool_tally", "device_id");
        keys.put("receipt_copy", "copy_hash");
        keys.put("copy_wish", "merchant_id");
        return Collections.unmodifiableMap(keys);
    }

    /// The tables whose rows lie with their payer.
    static List<String> ofPayers() {
        return KEYS.entrySet().stream()
                .filter(table -> table.getValue().equals("payer_key"))
                .map(Map.Entry::getKey)
                .toList();
    }
}
