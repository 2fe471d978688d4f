package slipstream.device.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import slipstream.device.port.Address;
import slipstream.device.printer.PrintedReceipt;
import slipstream.device.printer.VirtualPrinter;
import slipstream.device.report.Report;

/// `slipstream printer`.
@Command(
        name = "printer",
        mixinStandardHelpOptions = true,
        description =
                "Is a printer: takes jobs on a TCP port, answers as a healthy one, writes receipts as PNG and text.")
final class PrinterCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(
            names = "--listen",
            paramLabel = "PORT",
            defaultValue = "9100",
            description = "PORT or HOST:PORT; default ${DEFAULT-VALUE}.")
    private String listen;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the files go.")
    private Path directory;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Mixin
    private ProfileOption profile;

    PrinterCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        Logs.begin("info");
        try (var printer = VirtualPrinter.start(address(), profile.profile(), directory, this::print)) {
            if (!json) {
                streams.line("Listening at port " + printer.port() + ", writing to " + directory + ".");
                streams.out().flush();
            }
            printer.await();
        }
        return 0;
    }

    private Address address() {
        try {
            return Address.parse(listen.matches("[0-9]+") ? "0.0.0.0:" + listen : listen, Address.RAW_PRINTING);
        } catch (IllegalArgumentException e) {
            throw Failure.wrongUse(e.getMessage());
        }
    }

    private void print(PrintedReceipt receipt) {
        if (json) {
            streams.json(new Report.Printed(
                    receipt.number(),
                    receipt.picture().toString(),
                    receipt.textFile().toString(),
                    receipt.width(),
                    receipt.height()));
        } else {
            streams.line("receipt " + receipt.number() + ": " + receipt.picture() + ", " + receipt.width() + " x "
                    + receipt.height() + " dots");
        }
        streams.out().flush();
    }
}
