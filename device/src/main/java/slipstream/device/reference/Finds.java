package slipstream.device.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.device.reference.Decision.Reason;

/// What was found on one receipt, and when it can be told.
///
/// A platform's number is told at once; a merchant's order number as soon as the receipt shows who moved the money;
/// a card's number at the end, and of several numbers of a card payment the best.
final class Finds {
    private record Found(Number number, Printed printed, NumberRule rule) {
        String value() {
            return rule.valueOf(number);
        }
    }

    private static final String WECHAT = "wechat";
    private static final String ALIPAY = "alipay";

    private final Rules rules;
    private final Surroundings receipt;
    private final Witness witness;
    private final Map<String, Printed> values = new HashMap<>();
    private final Map<String, Set<String>> learned = new HashMap<>();
    private final List<Found> orders = new ArrayList<>();
    private final List<Found> tendered = new ArrayList<>();
    private final List<Found> cards = new ArrayList<>();
    private List<Find> fresh = new ArrayList<>();
    private String proven;
    private String terminal;

    Finds(Rules rules, Surroundings receipt, Witness witness) {
        this.rules = rules;
        this.receipt = receipt;
        this.witness = witness;
    }

    void add(Number number, Printed printed, NumberRule rule) {
        var found = new Found(number, printed, rule);
        if (rule.learned() != null) {
            learned.computeIfAbsent(rule.learned().name(), ignored -> new LinkedHashSet<>())
                    .add(found.value());
            tell(found, new PaymentReference(rule.scheme(), rule.kind(), found.value()));
        } else if (rule.scheme().equals(NumberRule.TENDER)) {
            orders.add(found);
        } else if (rule.tender()) {
            tendered.add(found);
        } else if (rule.scheme().equals(WECHAT) || rule.scheme().equals(ALIPAY)) {
            if (rule.strong() && proven == null) {
                proven = rule.scheme();
            }
            tell(found, new PaymentReference(rule.scheme(), rule.kind(), found.value()));
        } else {
            cards.add(found);
        }
    }

    /// The receipt names its terminal.
    void terminal(String number) {
        terminal = terminal == null ? number : terminal;
    }

    /// What can be told and was not.
    List<Find> take() {
        if (!tendered.isEmpty()) {
            tenders();
        }
        if (!orders.isEmpty()) {
            String scheme = proven != null ? proven : receipt.paidBy().orElse(null);
            if (scheme != null) {
                orders.forEach(order -> tell(order, new PaymentReference(scheme, order.rule.kind(), order.value())));
                orders.clear();
            }
        }
        if (fresh.isEmpty()) {
            return List.of();
        }
        List<Find> told = fresh;
        fresh = new ArrayList<>();
        return told;
    }

    /// Numbers of a platform that the receipt names by now.
    private void tenders() {
        String paid = receipt.paidBy().orElse(null);
        List<Found> shown =
                tendered.stream().filter(one -> one.rule.scheme().equals(paid)).toList();
        tendered.removeAll(shown);
        shown.forEach(one -> tell(one, new PaymentReference(paid, one.rule.kind(), one.value())));
    }

    /// What can be told because no more comes.
    List<Find> end() {
        List<Find> told = new ArrayList<>(take());
        orders.forEach(order -> not(order, Reason.NO_TENDER));
        tendered.forEach(one -> not(one, Reason.NO_TENDER));
        boolean byCard = cards.stream().anyMatch(card -> !card.rule.card()) || !cards.isEmpty() && receipt.byCard();
        NumberRule best = null;
        for (Found card : cards) {
            boolean counts = byCard || !card.rule.card();
            if (counts && (best == null || ahead(card.rule, best))) {
                best = card.rule;
            }
        }
        for (Found card : cards) {
            if (card.rule.equals(best)) {
                tell(card, new PaymentReference(card.rule.scheme(), card.rule.kind(), card.value()));
            } else {
                not(card, byCard ? Reason.SECOND_CHOICE : Reason.NO_CARD);
            }
        }
        told.addAll(take());
        return told;
    }

    private boolean ahead(NumberRule rule, NumberRule other) {
        return rules.numbers().indexOf(rule) < rules.numbers().indexOf(other);
    }

    /// The number of the terminal that the receipt names, null for none.
    String terminal() {
        return terminal;
    }

    /// What each learned rule found, by its name.
    Map<String, Set<String>> learned() {
        return learned;
    }

    private void tell(Found found, PaymentReference reference) {
        Printed before = values.putIfAbsent(reference.value(), found.printed);
        if (before == null) {
            boolean pinned = found.rule.learned() != null;
            fresh.add(new Find(reference, found.rule.confidence(), pinned, found.printed.origin()));
        } else if (!before.equals(found.printed)) {
            not(found, Reason.KNOWN);
        }
    }

    private void not(Found found, Reason reason) {
        witness.decided(found.printed, found.number, Decision.not(reason, found.rule));
    }
}
