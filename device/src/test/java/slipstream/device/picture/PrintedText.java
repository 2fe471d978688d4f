package slipstream.device.picture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.device.reference.kind.ReceiptKind;

/// What a generated receipt says, and what of it is a payment reference.
///
/// @param lines from the top; a tab parts what stands left from what stands right
/// @param references the numbers of its payment, the platform's own or the card's first; none are on some receipts
/// @param kind what it is for
record PrintedText(List<String> lines, List<PaymentReference> references, ReceiptKind kind) {
    private static final List<String> SHOPS =
            List.of("老街面馆", "城南超市", "Corner Bakery", "蓝鲸咖啡 人民路店", "Lucky Noodle House", "百草堂大药房");
    private static final List<String> GOODS =
            List.of("牛肉面", "拿铁(大杯)", "矿泉水 550ml", "宫保鸡丁", "Croissant", "Flat White", "酸奶", "米饭", "苹果 1kg", "Toast Set");
    private static final List<String> WECHAT_LABELS = List.of(
            "微信支付单号", "交易单号", "微信订单号", "支付单号", "支付流水号", "微信支付订单号", "Transaction ID", "WeChat Order No", "Txn ID");
    private static final List<String> ALIPAY_LABELS =
            List.of("支付宝交易号", "交易号", "支付宝订单号", "交易订单号", "Alipay Trade No", "Transaction ID");
    private static final List<String> ORDER_LABELS = List.of("商户单号", "商户订单号", "商家订单号", "Merchant Order No");
    private static final List<String> RRN_LABELS = List.of("参考号", "检索参考号", "交易参考号", "RRN", "REF NO", "参考号(REF NO)");

    /// What receipt number `seed` says, on paper of `columns` half-width characters.
    static PrintedText of(long seed, int columns) {
        return new Writer(new Random(seed * 7919 + 17), columns).write();
    }

    private static final class Writer {
        private final Random random;
        private final int columns;
        private final List<String> lines = new ArrayList<>();
        private final List<PaymentReference> references = new ArrayList<>();
        private final LocalDate day;

        Writer(Random random, int columns) {
            this.random = random;
            this.columns = columns;
            day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1000));
        }

        PrintedText write() {
            ReceiptKind kind = ReceiptKind.SALE;
            line(any(SHOPS));
            int what = random.nextInt(12);
            if (what == 0) {
                kind = ReceiptKind.REFUND;
                line(any(List.of("退款凭证", "退款单", "REFUND", "微信退款")));
            } else if (what == 1) {
                kind = ReceiptKind.MERCHANT_COPY;
                line(any(List.of("商户存根", "商户存根联", "MERCHANT COPY")));
            } else if (random.nextBoolean()) {
                line(any(List.of("结账单", "销售小票", "Receipt", "收银小票", "欢迎光临")));
            }
            head();
            int total = goods();
            line(any(List.of("合计", "应付", "总计", "Total")) + "\t" + money(total));
            payment(kind == ReceiptKind.SALE && random.nextInt(6) == 0, total);
            foot();
            return new PrintedText(List.copyOf(lines), List.copyOf(references), kind);
        }

        private void head() {
            some(() -> line("电话:1" + digits(10)));
            some(() -> line("订单号:" + date() + digits(6)));
            some(() -> line("流水号:" + digits(8)));
            some(() -> line("收银员:" + digits(4) + " 桌号:A" + digits(2)));
            some(() -> line("时间:" + day + " " + clock()));
            some(() -> line("会员卡号:" + digits(11)));
            line("-".repeat(columns));
        }

        private int goods() {
            int total = 0;
            int count = 1 + random.nextInt(5);
            for (int i = 0; i < count; i++) {
                int price = 100 + random.nextInt(9900);
                total += price;
                line(any(GOODS) + " x1\t" + money(price));
            }
            line("-".repeat(columns));
            return total;
        }

        private void payment(boolean without, int total) {
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    line(any(List.of("支付方式:微信支付", "微信支付", "WeChat Pay")) + "\t" + money(total));
                    if (!without) {
                        number("wechat", "transaction_id", any(WECHAT_LABELS), wechat());
                        some(() -> order("wechat"));
                    }
                }
                case 2, 3 -> {
                    line(any(List.of("支付方式:支付宝", "支付宝", "Alipay")) + "\t" + money(total));
                    if (!without) {
                        number("alipay", "trade_no", any(ALIPAY_LABELS), alipay());
                        some(() -> order("alipay"));
                    }
                }
                default -> card(without);
            }
        }

        private void card(boolean without) {
            line("商户编号:" + "3" + digits(14));
            line("终端编号:" + digits(8) + " 操作员:01");
            line("卡号:622202******" + digits(4));
            line("凭证号:" + digits(6) + " 授权码:" + digits(6));
            if (!without) {
                number("card", "rrn", any(RRN_LABELS), digits(12));
            }
        }

        private void order(String scheme) {
            String value =
                    any(List.of(date() + digits(10), "SH" + date() + digits(6), digits(4) + date() + digits(14)));
            number(scheme, "out_trade_no", any(ORDER_LABELS), value);
        }

        private void number(String scheme, String kind, String label, String value) {
            references.add(new PaymentReference(scheme, kind, value));
            String colon = any(List.of(":", "：", ": ", " "));
            switch (random.nextInt(4)) {
                case 0 -> line(label + colon.strip() + "\t" + value);
                case 1 -> {
                    line(label + colon.strip());
                    line(value);
                }
                default -> line(label + colon + value);
            }
        }

        private void foot() {
            line("-".repeat(columns));
            some(() -> line("发票号码:" + digits(20)));
            some(() -> line("税号:91310" + digits(12) + "X"));
            some(() -> line("服务热线:400-" + digits(3) + "-" + digits(4)));
            line(any(List.of("谢谢惠顾 欢迎再次光临", "Thank you!", "请妥善保管小票", "凭小票7日内可退换")));
        }

        private String wechat() {
            return "42000" + digits(5) + date() + digits(10);
        }

        private String alipay() {
            return date() + "22001" + digits(15);
        }

        private String date() {
            return day.toString().replace("-", "");
        }

        private String clock() {
            return String.format(
                    Locale.ROOT, "%02d:%02d:%02d", random.nextInt(24), random.nextInt(60), random.nextInt(60));
        }

        private static String money(int cents) {
            return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
        }

        private String digits(int count) {
            var digits = new StringBuilder();
            for (int i = 0; i < count; i++) {
                digits.append((char) ('0' + random.nextInt(10)));
            }
            return digits.toString();
        }

        private String any(List<String> from) {
            return from.get(random.nextInt(from.size()));
        }

        private void some(Runnable line) {
            if (random.nextInt(3) == 0) {
                line.run();
            }
        }

        private void line(String text) {
            lines.add(text);
        }
    }
}
