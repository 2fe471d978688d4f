package slipstream.device.reference.street;

import java.math.BigDecimal;
import java.util.Random;

/// What is printed for the house itself: kitchen and bar tickets, reports, test prints.
final class Ticket extends Author {
    Ticket(Paper paper, Tongue tongue, Words words, Kind kind, Random random) {
        super(paper, tongue, words, kind, random);
    }

    Truth write() {
        switch (truth.kind()) {
            case KITCHEN -> order("kitchen");
            case BAR -> order("bar");
            case REPORT -> report();
            default -> test();
        }
        return truth;
    }

    private void order(String section) {
        heading(word(section));
        paper.line(word("table") + " " + (1 + random.nextInt(60)));
        if (chance(60)) {
            decoys(2);
        }
        if (chance(80)) {
            date();
        }
        paper.rule('-');
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            boolean large = chance(60);
            paper.large(large, false);
            paper.line(
                    random.nextBoolean()
                            ? (1 + random.nextInt(3)) + " x " + word("item")
                            : word("item") + " x" + (1 + random.nextInt(3)));
            paper.large(false, false);
            if (chance(40)) {
                paper.line("  " + word("kitchen note"));
            }
        }
    }

    private void report() {
        if (chance(50)) {
            shop();
        }
        heading(word("report"));
        date();
        paper.rule('-');
        for (String line : words.all("report line")) {
            BigDecimal figure = price().multiply(BigDecimal.valueOf(1 + random.nextInt(300)));
            paper.edges(line, chance(30) ? String.valueOf(random.nextInt(200)) : money(figure));
        }
        if (chance(50)) {
            paper.edges(word("tender card"), money(price().multiply(BigDecimal.TEN)));
            paper.edges(word("tender wechat"), money(price().multiply(BigDecimal.TEN)));
        }
        if (chance(50)) {
            paper.edges(amountLabel("total"), money(price().multiply(BigDecimal.valueOf(100))));
        }
        decoys(2);
    }

    private void test() {
        heading(word("test"));
        paper.line(word("test line"));
        if (chance(50)) {
            paper.line("IP: 192.168.1." + random.nextInt(255))
                    .line("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
                    .line("0123456789012345678901234567");
            truth.decoy("test pattern", "0123456789012345678901234567");
        }
        if (chance(50)) {
            date();
        }
        if (chance(40)) {
            paper.code128('B', "123456789012").qr("https://printer.example/support");
            truth.decoy("test barcode", "123456789012");
        }
        decoys(1);
    }
}
