package slipstream.device.learn;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import slipstream.device.Job;
import slipstream.device.reference.Sighting;
import slipstream.escpos.receipt.Receipt;

/// A shop whose till prints an aggregator's order number in its own way, among numbers that are none.
final class Shop {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /// Where the number stands.
    enum Layout {
        SAME_LINE,
        RIGHT_ALIGNED,
        NEXT_LINE,
        COLUMNS,
        BEHIND,
        BELOW,
        BOLD,
        FULL_WIDTH,
        WRAPPED,
        NO_LABEL,
        BARCODE
    }

    /// How the aggregator makes its numbers.
    enum Numbering {
        PLAIN,
        DAY_IN_FRONT,
        DAY_WITHIN,
        SHORT_DAY,
        LETTERS,
        DASHED
    }

    private static final String RULE = "--------------------------------";

    private final Random random;
    private final Layout layout;
    private final Numbering numbering;
    private LocalDateTime time = TODAY.atTime(9, 0);

    Shop(long seed, Layout layout, Numbering numbering) {
        random = new Random(seed);
        this.layout = layout;
        this.numbering = numbering;
    }

    /// A number of the aggregator's; every tenth has a card's check digit by chance.
    String number() {
        return switch (numbering) {
            case PLAIN -> "78950" + digits(11);
            case DAY_IN_FRONT -> at("yyyyMMddHHmmss") + digits(6);
            case DAY_WITHIN -> "7" + digits(3) + at("yyyyMMdd") + digits(10);
            case SHORT_DAY -> "8" + digits(3) + at("yyMMdd") + digits(8);
            case LETTERS -> "SQB" + digits(2) + "T" + digits(14);
            case DASHED -> "LKL" + at("yyyyMMdd") + "-" + digits(6);
        };
    }

    /// One that can be pointed at.
    String plainNumber() {
        String number = number();
        return Sighting.impostor(number) == null ? number : plainNumber();
    }

    String digits(int count) {
        var digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private String at(String pattern) {
        return time.format(DateTimeFormatter.ofPattern(pattern));
    }

    private Job top(String title) {
        time = time.plusMinutes(1 + random.nextInt(9));
        return Job.begin()
                .centred()
                .lines("清风小馆")
                .left()
                .lines(title, "电话: 0571-8888" + digits(4), "手机 138" + digits(8))
                .lines("单号:" + at("yyyyMMdd") + digits(4), "时间: " + at("yyyy-MM-dd HH:mm:ss"), RULE)
                .lines("牛肉面         1     28.00", "690" + digits(10) + "  x1", RULE)
                .lines("合计:               28.00");
    }

    private static Job tail(Job job) {
        return job.lines(RULE, "税号 91330100MA2" + "7X3PL0A", "谢谢惠顾，欢迎再来").cut();
    }

    /// A sale that prints `number`.
    Job sale(String number) {
        Job job = top("结账单").lines("扫码支付            28.00", "会员号 " + digits(8));
        if (random.nextInt(4) == 0) {
            job.lines("付款码:13" + digits(16));
        }
        switch (layout) {
            case SAME_LINE -> job.lines("收钱吧订单号:" + number);
            case RIGHT_ALIGNED -> job.lines("收钱吧订单号" + " ".repeat(36 - number.length()) + number);
            case NEXT_LINE -> job.lines("收钱吧订单号：", number);
            case COLUMNS -> job.lines("收钱吧订单号              终端号", number + " ".repeat(26 - number.length()) + digits(8));
            case BEHIND -> job.lines(number + " (收钱吧订单号)");
            case BELOW -> job.lines(RULE, number, "收钱吧订单号", RULE);
            case BOLD -> job.text("收钱吧订单号 ").bold(true).text(number).bold(false).lines("");
            case FULL_WIDTH -> job.lines("收钱吧订单号：" + wide(number));
            case WRAPPED -> {
                String line = "收钱吧订单号:" + number;
                job.lines(line.substring(0, 18), line.substring(18));
            }
            case NO_LABEL -> job.lines(RULE, number);
            case BARCODE -> job.code128(number);
        }
        return tail(job);
    }

    /// A sale for cash.
    Job cash() {
        return tail(top("结账单").lines("现金               100.00", "找零                72.00", "会员号 " + digits(8)));
    }

    /// Money given back, with a number of its own.
    Job refund() {
        return tail(top("退款单").lines("退款金额:          -28.00", "退款单号:" + number()));
    }

    /// What the kitchen gets.
    Job kitchen() {
        return Job.begin()
                .lines("后厨", "单号:" + at("yyyyMMdd") + digits(4), "牛肉面 x1")
                .cut();
    }

    /// A slip of a card, with numbers of its own.
    Job card() {
        return tail(top("结账单")
                .lines("银联刷卡            28.00", "卡号 6222 02** **** 1234", "参考号: " + digits(12), "商户号 309004459984927"));
    }

    /// A receipt of any kind; a sale with a new number more often than not.
    Job any() {
        return switch (random.nextInt(10)) {
            case 0 -> cash();
            case 1 -> refund();
            case 2 -> kitchen();
            case 3 -> card();
            default -> sale(number());
        };
    }

    private static String wide(String number) {
        var wide = new StringBuilder();
        number.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
        return wide.toString();
    }

    /// What comes of one job.
    static Receipt receipt(Job job) {
        return job.receipts().getFirst();
    }

    static SeenReceipt seen(int number, Job job) {
        return SeenReceipt.of(number, receipt(job));
    }
}
