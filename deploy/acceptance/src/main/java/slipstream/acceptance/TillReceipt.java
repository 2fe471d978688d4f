package slipstream.acceptance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;

/// Receipts as a till in China prints them: 80 mm paper, GB18030, a cut at the end.
///
/// @param title the line below the shop's name
/// @param lines what stands in the middle
/// @param footer what stands at the end
record TillReceipt(String title, List<String> lines, List<String> footer) {
    /// The shop that all receipts are from.
    static final String SHOP = "晨光咖啡 Morning Light";

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int COLUMNS = 48;

    /// A sale paid by WeChat Pay.
    ///
    /// @param total in fen
    static TillReceipt sale(String transactionId, String outTradeNo, long total, boolean reprint) {
        return new TillReceipt(
                reprint ? "结账单（重印）" : "结账单",
                List.of(
                        columns("单号 " + outTradeNo, "桌号 6"),
                        "-".repeat(COLUMNS),
                        columns("燕麦拿铁 Oat Latte     x1", yuan(total - 1600)),
                        columns("肉桂卷 Cinnamon Roll   x1", yuan(1600)),
                        "-".repeat(COLUMNS),
                        columns("合计", yuan(total)),
                        columns("微信支付", yuan(total)),
                        "交易单号：" + transactionId),
                List.of("谢谢惠顾，欢迎再次光临"));
    }

    /// A sale paid in cash.
    ///
    /// @param total in fen
    /// @param time as it is printed
    /// @param more what else stands on it
    static TillReceipt cash(long total, String time, String more) {
        return new TillReceipt(
                "结账单",
                List.of(
                        columns("燕麦拿铁 Oat Latte     x1", yuan(total)),
                        "-".repeat(COLUMNS),
                        columns("合计", yuan(total)),
                        columns("现金", yuan(total)),
                        more,
                        time),
                List.of("谢谢惠顾，欢迎再次光临"));
    }

    /// A card terminal's slip, of a sale or of its refund.
    ///
    /// @param title what it is
    /// @param rrn the payment's reference number
    /// @param total in fen
    static TillReceipt card(String title, String rrn, long total, String time) {
        return new TillReceipt(
                "POS签购单",
                List.of("终端号:49270001", "交易类型:" + title, "参考号:" + rrn, "日期时间:" + time, "金额:RMB " + yuan(total)),
                List.of("持卡人存根"));
    }

    /// What the kitchen gets of the same order.
    static TillReceipt kitchen(String outTradeNo) {
        return new TillReceipt("后厨制作单", List.of("单号 " + outTradeNo + "  桌号 6", "", "燕麦拿铁 x1", "肉桂卷 x1（加热）"), List.of());
    }

    /// The bytes that the till sends.
    byte[] bytes() {
        var job = new ByteArrayOutputStream();
        job.writeBytes(new byte[] {0x1B, '@', 0x1C, '&', 0x1B, 'a', 1, 0x1D, '!', 0x11});
        line(job, SHOP);
        job.writeBytes(new byte[] {0x1D, '!', 0});
        line(job, title);
        job.writeBytes(new byte[] {'\n', 0x1B, 'a', 0});
        lines.forEach(line -> line(job, line));
        job.writeBytes(new byte[] {'\n', 0x1B, 'a', 1});
        footer.forEach(line -> line(job, line));
        job.writeBytes(new byte[] {0x1B, 'a', 0, 0x1B, 'd', 5, 0x1D, 'V', 1});
        return job.toByteArray();
    }

    private static void line(ByteArrayOutputStream job, String text) {
        job.writeBytes((text + "\n").getBytes(GB18030));
    }

    private static String yuan(long fen) {
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }

    private static String columns(String left, String right) {
        int blanks = COLUMNS - left.getBytes(GB18030).length - right.getBytes(GB18030).length;
        return left + " ".repeat(Math.max(1, blanks)) + right;
    }
}
