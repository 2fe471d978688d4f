package slipstream.device.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import slipstream.device.printer.PrintedReceipt;
import slipstream.device.printer.VirtualPrinter;
import slipstream.device.report.Report;

/// `slipstream printer`.
@Command(
        name = "printer",
        mixinStandardHelpOptions = true,
        header = "Is a printer that prints into PNG and text.",
        description = "Takes jobs on a TCP port and answers as a healthy printer does.",
        footer = {"", "Examples:", "  slipstream printer --listen 9100 --out receipts"})
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
        try (var printer =
                VirtualPrinter.start(Addresses.listener(listen), profile.profile(), directory, this::print)) {
            if (!json) {
                streams.line("Listening at port " + printer.port() + ", writing to " + directory + ".");
                streams.out().flush();
            }
            printer.await();
        }
        return 0;
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
