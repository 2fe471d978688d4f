package slipstream.device.reference.street;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import slipstream.cloudlink.protocol.PaymentReference;

/// A till's receipt with goods: sale, reprint, refund, the shop's copy, or an order that nobody has paid yet.
final class ShopReceipt extends Author {
    ShopReceipt(Paper paper, Tongue tongue, Words words, Kind kind, Random random) {
        super(paper, tongue, words, kind, random);
    }

    Truth write() {
        Kind kind = truth.kind();
        boolean markFirst = chance(70);
        shop();
        if (kind == Kind.SALE || kind == Kind.CASH_SALE || kind == Kind.REPRINT) {
            heading(word("header"));
        }
        if (kind == Kind.REFUND) {
            heading(word("refund"));
        }
        if (kind == Kind.ORDER) {
            heading(word("order"));
        }
        if (kind == Kind.MERCHANT_COPY && markFirst) {
            heading(word("copy merchant"));
        }
        if (kind == Kind.REPRINT && markFirst) {
            heading(word("reprint"));
        }
        decoys(3);
        date();
        paper.rule('-');
        BigDecimal total = goods();
        paper.rule('-');
        payment(total);
        decoys(2);
        if (kind == Kind.ORDER && chance(70)) {
            paper.line(word("order note"));
        }
        if (chance(40)) {
            paper.line(word("policy"));
        }
        if (kind == Kind.MERCHANT_COPY && !markFirst) {
            heading(word("copy merchant"));
        }
        if (kind == Kind.REPRINT && !markFirst) {
            heading(word("reprint"));
        }
        paper.line(word("thanks"));
        return truth;
    }

    /// The goods and what they cost.
    private BigDecimal goods() {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            int count = 1 + random.nextInt(3);
            BigDecimal price = price();
            BigDecimal cost = price.multiply(BigDecimal.valueOf(count));
            sum = sum.add(cost);
            if (chance(30)) {
                paper.line(word("item")).edges("  " + plain(price) + " x" + count, plain(cost));
            } else {
                paper.edges(word("item") + " x" + count, plain(cost));
            }
        }
        return sum;
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }

    private void payment(BigDecimal sum) {
        boolean refund = truth.kind() == Kind.REFUND;
        BigDecimal total = sum;
        if (chance(30)) {
            paper.edges(word("subtotal"), money(sum));
            BigDecimal off = price().min(sum).divideToIntegralValue(BigDecimal.TWO);
            paper.edges(word("discount"), money(off.negate()));
            total = sum.subtract(off);
        }
        BigDecimal shown = refund && chance(50) ? total.negate() : total;
        boolean mode = random.nextBoolean();
        boolean paid = truth.kind() != Kind.ORDER && words.has("paid") && chance(25);
        String label = amountLabel(paid ? "paid" : "total");
        if (chance(30)) {
            paper.large(true, mode).line(label + ":" + money(shown)).large(false, mode);
        } else {
            paper.edges(label, money(shown));
        }
        total(total);
        if (truth.kind() == Kind.CASH_SALE) {
            cash(shown);
        } else if (truth.kind() != Kind.ORDER) {
            tender(shown);
        }
    }

    private void tender(BigDecimal total) {
        int wallet = tongue.chinese() ? 42 : 25;
        int draw = random.nextInt(100);
        if (draw < wallet) {
            wallet("wechat", "transaction_id", numbers.wechat(), total);
        } else if (draw < 2 * wallet) {
            wallet("alipay", "trade_no", numbers.alipay(), total);
        } else if (draw < 90) {
            paper.edges(word("tender card"), money(total));
            if (chance(60)) {
                paper.line(word("label card") + ": " + numbers.maskedCard());
            }
            if (chance(50)) {
                number("label tid", numbers.digits(8));
            }
            if (truth.kind() == Kind.REFUND) {
                return;
            }
            reference("card", "rrn", "label rrn", numbers.rrn());
        } else {
            cash(total);
        }
    }

    private void cash(BigDecimal total) {
        paper.edges(word("tender cash"), money(total.add(BigDecimal.TEN)));
        paper.edges(word("change"), money(BigDecimal.TEN));
        if (chance(30)) {
            String order = numbers.order();
            truth.decoy("merchant's number of a cash sale", order);
            paper.line(word("label merchant") + ":" + order);
        }
    }

    private void wallet(String scheme, String kind, String value, BigDecimal total) {
        paper.edges(word("tender " + scheme), money(total));
        var platform = new PaymentReference(scheme, kind, value);
        if (truth.kind() == Kind.REFUND) {
            paper.line(word("label original") + ":").line(value);
            String refund = "50" + numbers.digits(9) + numbers.at("yyyyMMdd") + numbers.digits(10);
            paper.line(word("label refund") + ":").line(refund);
            truth.allow(scheme, kind, value);
            truth.decoy("refund's number", refund);
            return;
        }
        if (scheme.equals("alipay") && tongue.chinese() && chance(15)) {
            decoy("buyer", "支付宝用户号：");
        }
        int both = random.nextInt(100);
        var merchants = new PaymentReference(scheme, "out_trade_no", numbers.order());
        List<Runnable> parts = List.of(
                () -> reference(platform, "label " + scheme),
                () -> reference(
                        merchants,
                        chance(20) && words.has("label merchant " + scheme)
                                ? "label merchant " + scheme
                                : "label merchant"));
        if (both < 55) {
            parts.get(0).run();
        } else if (both < 70) {
            parts.get(1).run();
        } else {
            boolean platformFirst = random.nextBoolean();
            parts.get(platformFirst ? 0 : 1).run();
            parts.get(platformFirst ? 1 : 0).run();
        }
    }
}
