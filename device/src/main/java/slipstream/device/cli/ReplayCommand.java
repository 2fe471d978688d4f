package slipstream.device.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import slipstream.device.capture.Recording;
import slipstream.device.port.Address;
import slipstream.device.port.Port;
import slipstream.device.port.TcpPort;
import slipstream.device.printer.VirtualPrinter;
import slipstream.escpos.profile.PrinterProfile;

/// `slipstream replay`.
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        header = "Sends a capture again, as its POS sent it.",
        description = {
            "Without --to and --out it says what passed when. --raw writes what the POS sent to standard output,",
            "for slipstream decode - and the like."
        },
        footer = {
            "",
            "Examples:",
            "  slipstream replay a.capture",
            "  slipstream replay a.capture --to 127.0.0.1:9100",
            "  slipstream replay a.capture --at-once --out receipts",
            "  slipstream replay a.capture --raw | slipstream text -"
        })
final class ReplayCommand implements Callable<Integer> {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final Streams streams;

    @Parameters(paramLabel = "FILE", description = "What slipstream capture wrote.")
    private Path file;

    @ArgGroup
    private Target target = new Target();

    @Option(names = "--at-once", description = "Sends everything at once, not with its timing.")
    private boolean atOnce;

    /// Where it goes.
    private static final class Target {
        @Option(names = "--to", paramLabel = "HOST[:PORT]", description = "To a printer or box; port 9100.")
        private String printer;

        @Option(names = "--out", paramLabel = "DIR", description = "Prints it into PNG and text.")
        private Path directory;

        @Option(names = "--raw", description = "To standard output, as bytes.")
        private boolean raw;
    }

    ReplayCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        Recording recording = Recording.read(file);
        if (target.raw) {
            streams.out().write(recording.sent());
        } else if (target.printer != null) {
            send(recording, Addresses.printer(target.printer));
        } else if (target.directory != null) {
            print(recording);
        } else {
            tell(recording);
        }
        return 0;
    }

    private void print(Recording recording) throws IOException, InterruptedException {
        PrinterProfile profile =
                PrinterProfile.chosen(recording.head().profile(), Path.of("").toAbsolutePath());
        try (var printer = VirtualPrinter.start(
                new Address("127.0.0.1", 0),
                profile,
                target.directory,
                receipt -> streams.line("receipt " + receipt.number() + ": " + receipt.picture()))) {
            send(recording, new Address("127.0.0.1", printer.port()));
        }
    }

    private void send(Recording recording, Address to) throws IOException {
        try (var printer = TcpPort.connect(to, CONNECT)) {
            long begin = System.nanoTime();
            for (Recording.Chunk chunk : recording.chunks()) {
                if (chunk.pos()) {
                    await(printer, begin + chunk.micros() * 1_000);
                    byte[] bytes = chunk.bytes();
                    printer.write(bytes, 0, bytes.length);
                }
            }
            printer.endOutput();
            byte[] answer = new byte[256];
            int length = 1;
            while (length > 0 || length == 0 && printer.unsent() > 0) {
                length = printer.read(answer, SILENCE);
            }
        }
        streams.line(to + " took " + recording.sent().length + " bytes, as "
                + recording.head().pos() + " sent them to " + recording.head().line() + " at "
                + recording.head().began());
    }

    /// Takes what the printer says until it is time.
    private void await(Port printer, long until) throws IOException {
        byte[] answer = new byte[256];
        long left = until - System.nanoTime();
        while (!atOnce && left >= 1_000_000) {
            if (printer.read(answer, Duration.ofNanos(left)) == Port.END) {
                throw Failure.failed("The printer ended the connection before all was sent.");
            }
            left = until - System.nanoTime();
        }
    }

    private void tell(Recording recording) {
        streams.line(
                "line " + recording.head().line() + ", POS " + recording.head().pos() + ", "
                        + recording.head().began() + ", " + recording.head().profile());
        for (Recording.Chunk chunk : recording.chunks()) {
            streams.line("%12.6f s  %-7s  %d bytes"
                    .formatted(
                            chunk.micros() / 1e6,
                            chunk.pos() ? "POS" : "printer",
                            chunk.hex().length() / 2));
        }
        if (recording.leftOut() > 0) {
            streams.line(recording.leftOut() + " bytes are left out: their receipt was too long");
        }
        streams.line(recording.whole() ? "the connection ended" : "the capture ended before the connection");
    }
}
