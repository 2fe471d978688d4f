package slipstream.acceptance;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import slipstream.cloudlink.client.ConnectionState;
import slipstream.cloudlink.service.IdentificationService;
import slipstream.cloudlink.service.config.Configuration;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.wechat.simulator.WeChatPaySimulator;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.device.claim.TokenPool;
import slipstream.device.cli.Box;
import slipstream.device.config.BoxConfig;
import slipstream.device.config.ConfigException;
import slipstream.device.port.Address;
import slipstream.device.printer.PrintedReceipt;
import slipstream.device.printer.VirtualPrinter;
import slipstream.escpos.profile.PrinterProfile;

/// A street with one café: its till's printer with the box in front of it, the identification service, and the
/// payment platform. All parts are the project's own and talk through sockets; nothing leaves this machine.
final class Street implements AutoCloseable {
    private static final String MCHID = "1900000109";
    private static final String APPID = "wx2421b1c4370ec43b";

    private final Path directory;
    private final WeChatPaySimulator platform;
    private final VirtualPrinter printer;
    private final BlockingQueue<PrintedReceipt> printed = new LinkedBlockingQueue<>();
    private final BlockingQueue<ConnectionState> states = new LinkedBlockingQueue<>();
    private Configuration configuration;
    private IdentificationService service;
    private Box box;

    /// @param directory for databases, keys and configuration
    /// @param pictures for the receipts
    /// @param port where the box listens as the printer; 0 for any
    Street(Path directory, Path pictures, int port) throws IOException {
        this(directory, pictures, port, "");
    }

    /// @param more what the box is told besides, TOML
    Street(Path directory, Path pictures, int port, String more) throws IOException {
        this.directory = directory;
        var anyPort = new Listen("127.0.0.1", 0);
        platform = WeChatPaySimulator.start(directory.resolve("platform"), anyPort, anyPort, Map.of(MCHID, APPID));
        configuration = Configuration.local(directory.resolve("service"));
        startService();
        settle();
        printer =
                VirtualPrinter.start(new Address("127.0.0.1", 0), PrinterProfile.GENERIC_80MM, pictures, printed::add);
        startBox(port, more);
    }

    /// Merchants, what they offer, and the box.
    private void settle() throws IOException {
        var offices = service.administration();
        offices.addMerchant(
                new Merchant(
                        "morning-light",
                        new Wording("晨光咖啡", "Morning Light Café"),
                        Locale.SIMPLIFIED_CHINESE,
                        "riverside",
                        Optional.of("breakfast")),
                Map.of(Platform.WECHAT, platform.credentials().get(MCHID)));
        offices.addMerchant(new Merchant(
                "corner-bakery",
                new Wording("街角面包房", "Corner Bakery"),
                Locale.SIMPLIFIED_CHINESE,
                "riverside",
                Optional.of("breakfast")));
        offices.addItem(
                "morning-light",
                new Wording("下一杯立减 5 元", "¥5 off your next cup"),
                Optional.of(new Wording("每单限用一张", "One per order")),
                30);
        offices.addItem(
                "corner-bakery",
                new Wording("可颂买一送一", "Two croissants for one"),
                Optional.of(new Wording("上午 11 点前", "Before 11 a.m.")),
                14);
        offices.addDevice("morning-light", "box-1", directory.resolve("box"));
    }

    private void startBox(int port, String more) throws IOException {
        Path file = directory.resolve("box").resolve("slipstream.toml");
        Files.writeString(file, """
                [pos]
                listen = "127.0.0.1:%d"

                [printer]
                address = "127.0.0.1:%d"
                profile = "generic-80mm"

                [service]
                url = "%s"
                key = "device.key"
                certificate = "device.crt"
                ca = "ca.crt"

                [hold]
                # In a shop 250 ms do; Java that has just been started is slower.
                budget-ms = 2000

                [till]
                name = "counter-1"

                [log]
                level = "error"
                """.formatted(port, printer.port(), service.api()) + more);
        try {
            box = Box.start(BoxConfig.read(file), states::add);
        } catch (ConfigException e) {
            throw new IllegalStateException("Our own configuration is wrong: " + e.getMessage(), e);
        }
    }

    /// Starts the service, where it was before if it has been stopped.
    void startService() throws IOException {
        service = IdentificationService.start(configuration);
        configuration = configuration.listeningAt(listen(service.api()), listen(service.open()));
    }

    private static Listen listen(URI at) {
        return new Listen(at.getHost(), at.getPort());
    }

    /// Stops the service; returns once the box has noticed.
    void stopService() throws InterruptedException {
        states.clear();
        service.close();
        await(ConnectionState.Waiting.class);
    }

    /// Waits until the box has reached the service.
    void awaitConnected() throws InterruptedException {
        await(ConnectionState.Connected.class);
    }

    private void await(Class<? extends ConnectionState> wanted) throws InterruptedException {
        for (ConnectionState state = next(); !wanted.isInstance(state); state = next()) {
            if (state instanceof ConnectionState.Closed) {
                throw new IllegalStateException("The box has been stopped.");
            }
        }
    }

    private ConnectionState next() throws InterruptedException {
        ConnectionState state = states.poll(60, TimeUnit.SECONDS);
        if (state == null) {
            throw new IllegalStateException("The box has not reached the service within a minute.");
        }
        return state;
    }

    /// Somebody pays at the café.
    ///
    /// @param total in fen
    void pay(String payer, String transactionId, String outTradeNo, long total) {
        platform.putOrder(MCHID, outTradeNo, transactionId, payer, total, "SUCCESS");
    }

    /// What a till's job has come to.
    ///
    /// @param receipts what the printer printed, in order
    /// @param milliseconds from the job's first byte until the printer had all of it
    record Printout(List<PrintedReceipt> receipts, long milliseconds) {}

    /// Prints a job, as a till does: connect, send, close.
    Printout print(byte[] job) throws IOException {
        printed.clear();
        long begun = System.nanoTime();
        try (var till = new Socket("127.0.0.1", box.port())) {
            till.getOutputStream().write(job);
            till.shutdownOutput();
            till.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        }
        long taken = System.nanoTime() - begun;
        List<PrintedReceipt> receipts = new ArrayList<>();
        printed.drainTo(receipts);
        return new Printout(receipts, taken / 1_000_000);
    }

    /// The next receipt that somebody prints.
    PrintedReceipt nextReceipt() throws InterruptedException {
        return printed.take();
    }

    /// How many tokens the box has.
    int tokens() {
        return box.backroom().pool().map(TokenPool::size).orElse(0);
    }

    /// How many receipts the box keeps for payers who may ask for a copy.
    int copies() {
        return box.copies().kept();
    }

    /// The café lets its payers ask for copies of receipts, or does not.
    void switchCopies(boolean on) throws IOException {
        var offices = service.administration();
        offices.changeMerchant(offices.merchant("morning-light").orElseThrow().withCopies(on));
    }

    /// The port at which tills find the box.
    int port() {
        return box.port();
    }

    /// Where claim pages are.
    URI pages() {
        return service.open();
    }

    @Override
    public void close() {
        if (box != null) {
            box.close();
        }
        printer.close();
        service.close();
        platform.close();
    }
}
