package slipstream.device.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tinylog.Logger;
import slipstream.device.reference.ReceiptScan;
import slipstream.device.reference.Rules;
import slipstream.device.reference.kind.ReceiptKind;

/// The rules of a till at work in the running box, and whether they still find what they used to. Safe for any
/// thread.
///
/// A rule is lost when sales no longer show its number though they used to, which is what an update of the POS looks
/// like from here; one line in the log says so, and one when it is found again.
public final class PatternWatch {
    private static final class Watched {
        private final Vigil vigil;
        private long sales;
        private long found;
        private long missedInRow;

        Watched(TaughtRule taught) {
            vigil = new Vigil(taught.evidence().sales(), taught.evidence().found());
        }

        RuleHealth health(String rule) {
            return new RuleHealth(rule, sales, found, missedInRow, vigil.lost());
        }
    }

    private final Rules rules;
    private final String till;
    private final Map<String, Watched> watched = new LinkedHashMap<>();

    /// Watches over the rules of `till`.
    ///
    /// @param till its name, for the log
    public PatternWatch(TillRules taught, String till) {
        rules = taught.rules();
        this.till = till;
        taught.taught().forEach(one -> watched.put(one.rule().name(), new Watched(one)));
    }

    /// Nothing was learned.
    public static PatternWatch none() {
        return new PatternWatch(TillRules.NONE, "");
    }

    /// What receipts are to be scanned with.
    public Rules rules() {
        return rules;
    }

    /// A receipt is over. Reprints, refunds and what customers do not get say nothing.
    public void ended(ReceiptScan scan) {
        if (watched.isEmpty() || scan.kind() != ReceiptKind.SALE) {
            return;
        }
        watched.forEach((rule, one) -> {
            boolean hit = scan.learned().containsKey(rule);
            synchronized (one) {
                one.sales++;
                one.found += hit ? 1 : 0;
                one.missedInRow = hit ? 0 : one.missedInRow + 1;
                if (one.vigil.next(hit)) {
                    told(one.health(rule));
                }
            }
        });
    }

    private void told(RuleHealth health) {
        if (health.lost()) {
            Logger.warn("Till {}: {}", till, health.advice().orElseThrow());
        } else {
            Logger.info("Till {}: the rule \"{}\" finds its numbers again.", till, health.rule());
        }
    }

    /// How each rule does.
    public List<RuleHealth> health() {
        List<RuleHealth> all = new ArrayList<>();
        watched.forEach((rule, one) -> {
            synchronized (one) {
                all.add(one.health(rule));
            }
        });
        return all;
    }
}
