package slipstream.device.reference.street;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import slipstream.escpos.profile.PrinterProfile;

/// Makes jobs as the street's points of sale send them, the same for the same seed.
final class Street {
    private static final int[] WIDTHS = {32, 42, 48, 48};
    private static final Kind[] UNPAID = {Kind.CASH_SALE, Kind.KITCHEN, Kind.BAR, Kind.REPORT, Kind.TEST, Kind.ORDER};

    /// What a point of sale sends at once.
    ///
    /// @param name seed and number, to make it again
    /// @param receipts what each of its receipts says, in order
    /// @param parts the lines and symbols of each, without commands
    record Job(String name, byte[] bytes, PrinterProfile printer, List<Truth> receipts, List<List<Object>> parts) {}

    private Street() {}

    /// The first `count` jobs of a seed.
    static List<Job> jobs(long seed, int count) {
        return jobs(seed, count, Tongue::words, Street::kinds);
    }

    /// The same, in words that nobody had before them who taught the box.
    static List<Job> inUnseenWords(long seed, int count) {
        return jobs(seed, count, Tongue::unseen, Street::kinds);
    }

    /// The same, of receipts that name no payment: tickets, reports, orders, cash sales.
    static List<Job> withoutPayment(long seed, int count) {
        return jobs(seed, count, Tongue::words, random -> List.of(drawn(UNPAID, Kind::share, random)));
    }

    private static List<Job> jobs(
            long seed, int count, Function<Tongue, Words> words, Function<Random, List<Kind>> kinds) {
        List<Job> jobs = new ArrayList<>();
        var seeds = new SplittableRandom(seed);
        for (int number = 0; number < count; number++) {
            var random = new Random(seeds.nextLong());
            jobs.add(job(seed + "/" + number, words, kinds.apply(random), random));
        }
        return jobs;
    }

    private static Job job(String name, Function<Tongue, Words> ofTongue, List<Kind> kinds, Random random) {
        Tongue tongue = drawn(Tongue.values(), Tongue::share, random);
        Encoding encoding =
                tongue.encodings().get(random.nextInt(tongue.encodings().size()));
        var paper = new Paper(encoding, WIDTHS[random.nextInt(WIDTHS.length)], random.nextInt(4) == 0);
        Words words = ofTongue.apply(tongue);
        List<Truth> receipts = new ArrayList<>();
        List<List<Object>> parts = new ArrayList<>();
        for (Kind kind : kinds) {
            paper.begin();
            receipts.add(write(paper, tongue, words, kind, random));
            parts.add(paper.end());
        }
        return new Job(name, paper.bytes(), encoding.printer(paper.columns()), receipts, parts);
    }

    /// Mostly one receipt; else copies, or a receipt with its tickets.
    private static List<Kind> kinds(Random random) {
        int draw = random.nextInt(100);
        if (draw < 5) {
            return List.of(Kind.SALE, Kind.MERCHANT_COPY);
        }
        if (draw < 10) {
            return List.of(Kind.MERCHANT_COPY, Kind.SALE);
        }
        if (draw < 14) {
            return List.of(Kind.SALE, Kind.KITCHEN, Kind.BAR);
        }
        if (draw < 18) {
            return List.of(Kind.SALE, Kind.SALE);
        }
        return List.of(drawn(Kind.values(), Kind::share, random));
    }

    private static Truth write(Paper paper, Tongue tongue, Words words, Kind kind, Random random) {
        return switch (kind) {
            case SALE, REPRINT, REFUND ->
                random.nextInt(100) < 60
                        ? new ShopReceipt(paper, tongue, words, kind, random).write()
                        : new CardSlip(paper, tongue, words, kind, random).write();
            case MERCHANT_COPY ->
                random.nextInt(100) < 25
                        ? new ShopReceipt(paper, tongue, words, kind, random).write()
                        : new CardSlip(paper, tongue, words, kind, random).write();
            case CASH_SALE, ORDER -> new ShopReceipt(paper, tongue, words, kind, random).write();
            default -> new Ticket(paper, tongue, words, kind, random).write();
        };
    }

    private static <T> T drawn(T[] from, ToIntFunction<T> share, Random random) {
        int draw = random.nextInt(Arrays.stream(from).mapToInt(share).sum());
        for (T one : from) {
            draw -= share.applyAsInt(one);
            if (draw < 0) {
                return one;
            }
        }
        throw new AssertionError(draw);
    }
}
