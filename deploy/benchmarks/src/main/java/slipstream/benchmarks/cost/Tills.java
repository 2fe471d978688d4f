package slipstream.benchmarks.cost;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// The tills of one printer: each prints receipt after receipt until enough have been printed in all.
///
/// @param name the printer's
/// @param port where they find it
/// @param perConnection after how many receipts a till connects anew
/// @param enough takes one of those that are still to be printed; 0 and less when there are none
record Tills(
        String name, int port, int perConnection, CheckingPrinter printer, Payments payments, AtomicInteger enough) {
    private static final int PAID_OF_THOUSAND = 5;
    private static final int KITCHEN_OF_THOUSAND = 105;
    private static final int LOGOS_OF_THOUSAND = 1;
    private static final int QUEUE = 4;
    private static final int MANY = 100;
    private static final byte[] LOGO = logo();

    /// Begins.
    void begin() {
        int tills = perConnection == 1 ? QUEUE : perConnection < MANY ? 2 : 1;
        for (int i = 1; i <= tills; i++) {
            String till = name + i;
            Thread.ofPlatform().name("till " + till).daemon().start(() -> print(till));
        }
    }

    private void print(String till) {
        var random = new Random(till.hashCode());
        int number = 0;
        try {
            while (enough.get() > 0) {
                number = connection(till, random, number);
            }
        } catch (IOException e) {
            printer.wrong().add("Till " + till + ": " + e.getMessage() + ".");
            enough.set(0);
        }
    }

    private int connection(String till, Random random, int before) throws IOException {
        int number = before;
        try (var box = new Socket(InetAddress.getLoopbackAddress(), port)) {
            box.setTcpNoDelay(true);
            for (int i = 0; i < perConnection && enough.getAndDecrement() > 0; i++) {
                box.getOutputStream().write(receipt("#" + till + "-" + ++number, random));
            }
            box.shutdownOutput();
            box.getInputStream().transferTo(ByteArrayOutputStream.nullOutputStream());
        }
        return number;
    }

    private byte[] receipt(String number, Random random) {
        int lot = random.nextInt(1000);
        boolean paid = lot < PAID_OF_THOUSAND;
        boolean kitchen = !paid && lot < KITCHEN_OF_THOUSAND;
        String title = (kitchen ? "后厨制作单 " : "结账单 ") + number;
        String payment = paid ? "微信支付\n交易单号：" + payments.pay() + "\n" : kitchen ? "" : "现金 44.00\n";
        byte[] text = Payments.receipt(title, payment);
        var body = new ByteArrayOutputStream();
        body.writeBytes(text);
        if (random.nextInt(1000) < LOGOS_OF_THOUSAND) {
            body.writeBytes(LOGO);
        }
        printer.expect(body.toByteArray(), paid);
        body.writeBytes(Sink.CUT);
        return body.toByteArray();
    }

    /// A picture of 384 by 96 dots.
    private static byte[] logo() {
        byte[] head = {0x1D, 'v', '0', 0, 48, 0, 96, 0};
        byte[] picture = new byte[head.length + 48 * 96];
        new Random(1).nextBytes(picture);
        System.arraycopy(head, 0, picture, 0, head.length);
        return picture;
    }
}
