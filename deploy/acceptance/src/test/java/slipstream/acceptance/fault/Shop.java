package slipstream.acceptance.fault;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import slipstream.acceptance.Program;
import slipstream.acceptance.Receipts;
import slipstream.cloudlink.service.IdentificationService;
import slipstream.cloudlink.service.config.Configuration;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.wechat.simulator.WeChatPaySimulator;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.merchant.Wording;

/// A shop with a relay on each side of its box: platform and service in this process, the box in one of its own.
public final class Shop implements AutoCloseable {
    private static final String MCHID = "1900000109";
    private static final long TOTAL = 4400;

    private final Path directory;
    private final WeChatPaySimulator platform;
    private final IdentificationService service;
    private final AtomicInteger sold = new AtomicInteger();

    /// What was sent and what came of it.
    public final Accounts accounts = new Accounts();

    /// The shop's printer.
    public final TroubledPrinter printer = new TroubledPrinter();

    /// Between box and printer.
    public final FaultRelay toPrinter = FaultRelay.to(printer.port());

    /// Between box and service.
    public final FaultRelay toService;

    private Program box;
    private String listen = "127.0.0.1:0";
    private int port;

    /// Opens the shop; its box is still off.
    public Shop(Path directory) throws IOException {
        this.directory = directory;
        var any = new Listen("127.0.0.1", 0);
        platform = WeChatPaySimulator.start(directory.resolve("platform"), any, any, Map.of(MCHID, "wx0"));
        service = IdentificationService.start(Configuration.local(directory.resolve("service")));
        var offices = service.administration();
        offices.addMerchant(
                new Merchant("shop", Wording.of("店"), Locale.SIMPLIFIED_CHINESE, "street", Optional.empty()),
                Map.of(Platform.WECHAT, platform.credentials().get(MCHID)));
        offices.addItem("shop", Wording.of("立减 5 元"), Optional.empty(), 30);
        offices.addDevice("shop", "box", directory.resolve("box"));
        toService = FaultRelay.to(service.api().getPort());
    }

    /// Has its box take tills in at a socket that somebody holds for it.
    ///
    /// @param name the socket's
    public Shop at(String name) {
        listen = "systemd:" + name;
        return this;
    }

    /// Tells the tills where the box is.
    public void open(int at) {
        port = at;
    }

    /// The box's configuration, written.
    ///
    /// @param more what it is told besides, TOML
    public Path configure(String host, String more) throws IOException {
        return Files.writeString(
                directory.resolve("box").resolve("slipstream.toml"),
                """
                [pos]
                listen = "%s"
                [printer]
                address = "127.0.0.1:%d"
                drain-ms = 100
                [service]
                url = "https://%s:%d"
                key = "device.key"
                certificate = "device.crt"
                ca = "ca.crt"
                """.formatted(listen, toPrinter.port(), host, toService.port()) + more);
    }

    /// Starts the box and waits until it listens.
    public void startBox(List<String> command) throws IOException, InterruptedException {
        box = Program.of(command);
        port = Integer.parseInt(box.awaitLine("Listening at 127.0.0.1:(\\d+)").group(1));
    }

    /// Starts the box as it stands in a shop, and waits until it has reached the service.
    public void open() throws IOException, InterruptedException {
        startBox(Program.box(
                List.of(), "bridge", "--config", configure("127.0.0.1", "").toString()));
        box.awaitLine("service is connected");
    }

    /// The box's process.
    public Program box() {
        return box;
    }

    /// Where tills find the box.
    public int port() {
        return port;
    }

    /// What is wrong with the paper once all of it has come; nothing when all is accounted for.
    public List<String> faults() throws InterruptedException {
        return printer.settled(accounts::faults);
    }

    /// How many receipts carry a block.
    public long blocks() throws InterruptedException {
        faults();
        return accounts.blocks(printer.paper());
    }

    /// Prints the receipt of a payment by somebody who is known, as tills do: connect, send, wait for the end.
    public Accounts.End print() throws IOException {
        return print("li");
    }

    /// Prints the receipt of a payment. A connection that breaks as it is made is a broken one.
    ///
    /// @throws ConnectException when it is refused
    public Accounts.End print(String payer) throws IOException {
        try {
            return send(payer).end();
        } catch (ConnectException e) {
            throw e;
        } catch (SocketException ignored) {
            return Accounts.End.BROKEN;
        }
    }

    /// Connects, sends all of the receipt of a payment, and has not waited for its end yet.
    ///
    /// @throws IOException when no connection is to be had
    Till send(String payer) throws IOException {
        return till(payer).send();
    }

    /// Connects, and sends half of the receipt of a payment.
    ///
    /// @throws IOException when no connection is to be had
    Till begin(String payer) throws IOException {
        return till(payer).begin();
    }

    private Till till(String payer) throws IOException {
        String number = "M%08d".formatted(sold.incrementAndGet());
        String transactionId = Receipts.transactionId();
        platform.putOrder(MCHID, number, transactionId, payer, TOTAL, "SUCCESS");
        byte[] receipt = Receipts.sale(transactionId, number, TOTAL);
        accounts.sends(number, receipt);
        return new Till(accounts, number, receipt, new Socket(InetAddress.getLoopbackAddress(), port));
    }

    @Override
    public void close() throws IOException {
        if (box != null) {
            box.close();
        }
        toPrinter.close();
        toService.close();
        printer.close();
        service.close();
        platform.close();
    }
}
