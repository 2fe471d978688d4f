package slipstream.device.reference.street;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import slipstream.cloudlink.protocol.PaymentReference;

/// What the authors of all kinds of receipts need: words, numbers, money, labels, and the truth beside.
class Author {
    final Paper paper;
    final Tongue tongue;
    final Words words;
    final Random random;
    final Truth truth;
    final Numbers numbers;
    final LocalDateTime time;
    private final String[] money;

    Author(Paper paper, Tongue tongue, Words words, Kind kind, Random random) {
        this.paper = paper;
        this.tongue = tongue;
        this.random = random;
        this.words = words;
        time = LocalDateTime.of(2025, 6, 1, 8, 0).plusMinutes(random.nextInt(1_200_000));
        numbers = new Numbers(random, time);
        money = word("money").split(" ", 4);
        truth = new Truth(kind)
                .trait("language", tongue.name().toLowerCase(Locale.ROOT))
                .trait("encoding", paper.encoding())
                .trait("width", paper.columns())
                .trait("kind", kind);
    }

    String word(String section) {
        return words.any(section, random);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /// An amount as the language writes it.
    String money(BigDecimal amount) {
        String digits = String.format(
                Locale.ROOT, amount.abs().intValue() >= 1000 ? "%,." + money[1] + "f" : "%." + money[1] + "f", amount);
        String pointed = money[2].equals(",")
                ? digits.replace(',', ' ').replace('.', ',').replace(' ', '.')
                : digits;
        return money[3].replace("#", pointed);
    }

    String currency() {
        return money[0];
    }

    /// A price of the language's currency.
    BigDecimal price() {
        return switch (money[0]) {
            case "KRW" -> BigDecimal.valueOf(10 + random.nextInt(400)).multiply(BigDecimal.valueOf(100));
            case "JPY", "TWD" -> BigDecimal.valueOf(80L + random.nextInt(3000));
            default -> BigDecimal.valueOf(80L + random.nextInt(6000), 2);
        };
    }

    /// When it is, in a form that the receipt's country has: the month comes first where dollars have no other sign.
    String when() {
        boolean american = currency().equals("USD") && money[3].contains("$");
        List<String> patterns = words.all("date").stream()
                .filter(pattern -> !pattern.matches("MM/.*") || american)
                .filter(pattern -> !pattern.matches("dd/MM.*") || !american)
                .toList();
        return time.format(DateTimeFormatter.ofPattern(one(patterns), Locale.ENGLISH));
    }

    /// What stands before an amount; a currency in it is that of the amount.
    String amountLabel(String section) {
        String label = word(section);
        return currency().equals("BRL") ? label : label.replace(" R$", "");
    }

    /// The receipt's date and time, on a line.
    void date() {
        paper.line(word("date label") + when());
        truth.time(time);
    }

    /// A heading as such words are printed: centred, large, between rules or brackets, or plain.
    void heading(String text) {
        boolean mode = random.nextBoolean();
        switch (random.nextInt(5)) {
            case 0 ->
                paper.align(1).large(true, mode).line(text).large(false, mode).align(0);
            case 1 -> paper.centred(text);
            case 2 ->
                paper.align(1).raw(0x1B, 'E', 1).line(text).raw(0x1B, 'E', 0).align(0);
            case 3 -> paper.rule('=').centred(text).rule('=');
            default -> paper.line(text);
        }
    }

    void shop() {
        heading(word("shop"));
    }

    /// Up to `most` numbers that are no references.
    void decoys(int most) {
        List<String> sections = words.sections("decoy ");
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            decoy(one(sections));
        }
        if (chance(8)) {
            barcode();
        }
    }

    private void decoy(String section) {
        decoy(section.substring("decoy ".length()), word(section));
    }

    /// A number that is no reference, behind its label.
    void decoy(String what, String label) {
        String value = numbers.decoy(what, tongue);
        truth.decoy(what, value);
        if (chance(15)) {
            paper.line(label).line(value);
        } else if (chance(10)) {
            paper.edges(label, value);
        } else {
            paper.line(label + value);
        }
    }

    private void barcode() {
        switch (random.nextInt(4)) {
            case 0 -> {
                String ean = numbers.decoy("ean", tongue);
                truth.decoy("goods' barcode", ean);
                paper.barcode(67, ean);
            }
            case 1 -> {
                String order = numbers.at("yyyyMMdd") + numbers.digits(6);
                truth.decoy("order's barcode", order);
                paper.code128('C', order);
            }
            case 2 -> {
                String order = numbers.digits(12);
                truth.decoy("order's barcode of 12", order);
                paper.align(1).code128('B', order).line(order).align(0);
            }
            default -> {
                String number = numbers.digits(20);
                truth.decoy("invoice's address", number);
                paper.align(1)
                        .qr("https://fp.example.cn/q?c=" + number + "&t=" + numbers.at("yyyyMMddHHmmss"))
                        .align(0);
            }
        }
    }

    /// Writes a reference, in any layout that suits it.
    void reference(String scheme, String kind, String section, String value) {
        reference(new PaymentReference(scheme, kind, value), section);
    }

    void reference(PaymentReference reference, String section) {
        Layout layout = layout(reference);
        String label = word(section);
        layout.write(paper, label, reference.value(), random);
        truth.reference(reference, tongue.name().toLowerCase(Locale.ROOT) + " " + label, layout.name());
    }

    /// A bank's number is not printed as a symbol.
    private Layout layout(PaymentReference reference) {
        boolean card = reference.scheme().equals("card");
        return one(Stream.of(Layout.values())
                .filter(layout -> layout.suits(paper, reference))
                .filter(layout -> !card || layout.compareTo(Layout.CODE128_A) < 0)
                .toList());
    }

    void number(String section, String value) {
        paper.line(word(section) + one(List.of(":", ": ", " ")) + value);
    }

    void total(BigDecimal amount) {
        truth.amount(amount, currency());
    }
}
