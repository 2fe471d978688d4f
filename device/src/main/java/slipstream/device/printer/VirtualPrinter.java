package slipstream.device.printer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.tinylog.Logger;
import slipstream.device.port.Address;
import slipstream.device.port.Port;
import slipstream.device.port.TcpPort;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.render.Bitmap;
import slipstream.escpos.render.Png;

/// A printer that prints into files: `receipt-0001.png` and `receipt-0001.txt`, and so on.
///
/// Like a printer it serves one connection after the other, and answers status questions as a healthy one.
public final class VirtualPrinter implements AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final ServerSocket listener;
    private final PrinterProfile profile;
    private final Path directory;
    private final Consumer<PrintedReceipt> next;
    private final Thread thread;
    private volatile Port current;
    private int printed;

    private VirtualPrinter(
            ServerSocket listener, PrinterProfile profile, Path directory, Consumer<PrintedReceipt> next) {
        this.listener = listener;
        this.profile = profile;
        this.directory = directory;
        this.next = next;
        thread = Thread.ofPlatform().name("virtual printer").daemon().unstarted(this::serve);
    }

    /// Begins to listen.
    ///
    /// @param directory where the files go; made if it is not there
    /// @param next told of each receipt once its files are written, on the printer's thread
    /// @throws IOException when the address cannot be had or the directory not be made; the message is a sentence
    public static VirtualPrinter start(
            Address listen, PrinterProfile profile, Path directory, Consumer<PrintedReceipt> next) throws IOException {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            String found = Files.exists(directory) ? " is a file, expected a directory." : " cannot be made.";
            throw new IOException((Files.exists(directory) ? "" : "The directory ") + directory + found, e);
        }
        var listener = new ServerSocket();
        listener.setReuseAddress(true);
        try {
            listener.bind(new InetSocketAddress(InetAddress.getByName(listen.host()), listen.port()));
        } catch (IOException e) {
            listener.close();
            throw new IOException("Nothing can listen at " + listen + " (" + e.getMessage() + ").", e);
        }
        var printer = new VirtualPrinter(listener, profile, directory, next);
        printer.thread.start();
        return printer;
    }

    /// The port it listens at.
    public int port() {
        return listener.getLocalPort();
    }

    /// Waits until it is closed.
    public void await() throws InterruptedException {
        thread.join();
    }

    /// Stops; what has been printed of the job under way is written before it returns.
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException ignored) {
            // Closed is closed.
        }
        Port port = current;
        if (port != null) {
            port.close();
        }
        if (Thread.currentThread() != thread) {
            try {
                thread.join(CLOSING);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void serve() {
        while (!listener.isClosed()) {
            try {
                serve(new TcpPort(listener.accept()));
            } catch (IOException | UncheckedIOException e) {
                if (!listener.isClosed()) {
                    Logger.warn("The job broke off ({}).", e.getMessage());
                }
            }
        }
    }

    private void serve(Port port) throws IOException {
        current = port;
        try (port) {
            var job = new Job(profile, bytes -> answer(port, bytes), this::receipt);
            byte[] buffer = new byte[64 * 1024];
            try {
                int length = port.read(buffer, Duration.ZERO);
                while (length != Port.END) {
                    job.feed(buffer, 0, length);
                    length = port.read(buffer, Duration.ZERO);
                }
            } finally {
                job.finish();
            }
        }
    }

    /// A POS that does not wait for its answer does not stop the print.
    private static void answer(Port port, byte[] bytes) {
        try {
            port.write(bytes, 0, bytes.length);
        } catch (IOException e) {
            Logger.debug("An answer found nobody ({}).", e.getMessage());
        }
    }

    private void receipt(Bitmap bitmap, String text) {
        Path picture;
        do {
            printed++;
            picture = directory.resolve("receipt-%04d.png".formatted(printed));
        } while (Files.exists(picture));
        Path textFile = directory.resolve("receipt-%04d.txt".formatted(printed));
        try (OutputStream out = Files.newOutputStream(picture)) {
            Png.write(bitmap, out);
            Files.writeString(textFile, text);
        } catch (IOException e) {
            throw new UncheckedIOException("the receipt cannot be written to " + directory, e);
        }
        next.accept(new PrintedReceipt(printed, picture, textFile, text, bitmap.width(), bitmap.height()));
    }
}
