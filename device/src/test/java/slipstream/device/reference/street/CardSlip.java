package slipstream.device.reference.street;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import slipstream.cloudlink.protocol.PaymentReference;

/// A card terminal's slip: sale, reprint, refund or reversal, for the customer or for the shop.
final class CardSlip extends Author {
    private final String rrn = numbers.rrn();

    CardSlip(Paper paper, Tongue tongue, Words words, Kind kind, Random random) {
        super(paper, tongue, words, kind, random);
    }

    Truth write() {
        Kind kind = truth.kind();
        boolean copyFirst = chance(60);
        heading(word("slip"));
        copy(copyFirst);
        if (kind == Kind.REPRINT && copyFirst) {
            heading(word("reprint"));
        }
        paper.line(word("shop"));
        number("label mid", numbers.digits(15));
        number("label tid", numbers.digits(8));
        if (chance(50)) {
            number("label acquirer", numbers.digits(8));
            number("label issuer", numbers.of("VISA", "MASTERCARD", "UnionPay", "JCB"));
        }
        String card = chance(10) ? numbers.card() : numbers.maskedCard();
        truth.decoy("card", card);
        number("label card", card);
        number("label type", word(kind == Kind.REFUND ? "type refund" : "type sale"));
        details();
        date();
        BigDecimal amount = price();
        total(amount);
        paper.large(true, false);
        paper.line(amountLabel("label total") + ": " + money(amount));
        paper.large(false, false);
        copy(!copyFirst);
        if (kind == Kind.REPRINT && !copyFirst) {
            heading(word("reprint"));
        }
        if (chance(50)) {
            paper.line("AID: A0000003330101" + numbers.of("01", "02")).line("TVR 0000048000  TSI E800");
            paper.line("ARQC: " + numbers.of("3F2A9C01D4E57B68", "91B2C3D4E5F60718"));
        }
        if (chance(30)) {
            paper.line(word("policy"));
        }
        paper.line(word("thanks"));
        return truth;
    }

    private void copy(boolean here) {
        if (here && truth.kind() == Kind.MERCHANT_COPY) {
            heading(word("copy merchant"));
        } else if (here && chance(80)) {
            heading(word("copy customer"));
        }
    }

    /// Trace, batch, authorisation and reference, in any order.
    private void details() {
        List<Runnable> parts = new ArrayList<>(List.of(
                () -> beside("label trace"),
                () -> number("label batch", numbers.digits(6)),
                () -> beside("label auth"),
                this::rrn));
        Collections.shuffle(parts, random);
        parts.forEach(Runnable::run);
    }

    private void beside(String section) {
        String value = numbers.digits(6);
        number(section, value);
        truth.allow("card", "*", value);
    }

    private void rrn() {
        if (truth.kind() == Kind.REFUND) {
            paper.line(word("label rrn") + ": " + rrn);
            truth.allow("card", "rrn", rrn);
        } else {
            reference(new PaymentReference("card", "rrn", rrn), "label rrn");
        }
    }
}
