package slipstream.device.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import slipstream.device.claim.Link;
import slipstream.device.report.Report;
import slipstream.escpos.inject.Claims;
import slipstream.escpos.inject.Hold;
import slipstream.escpos.inject.Injector;
import slipstream.escpos.inject.Insertion;
import slipstream.escpos.receipt.Receipt;

/// `slipstream inject`.
@Command(
        name = "inject",
        mixinStandardHelpOptions = true,
        header = "Puts a claim block at the end of every receipt.",
        footer = {"", "Examples:", "  slipstream inject receipt.bin --url https://a.example/1 -o with.bin"})
final class InjectCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private FileParameter file;

    @Option(names = "--url", required = true, paramLabel = "URL", description = "What the symbol says.")
    private String url;

    @Option(
            names = "--caption",
            paramLabel = "TEXT",
            defaultValue = "扫码领券 Scan for your coupon",
            description = "A line above the symbol; may be given several times; default: ${DEFAULT-VALUE}.")
    private List<String> caption;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "The stream with its blocks.")
    private Path output;

    InjectCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        if (url.length() > Link.LONGEST_URL) {
            throw Failure.failed("The URL has " + url.length() + " characters, at most " + Link.LONGEST_URL
                    + " make a symbol of a size for receipts.");
        }
        if (!Link.printable(url)) {
            throw Failure.wrongUse(
                    "\"" + url + "\" is no link to print, expected http:// or https:// and ASCII without blanks.");
        }
        file.keepFrom(output);
        var every = new EveryReceipt();
        try (var stream = file.open(streams);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(output), 1 << 16)) {
            var injector = new Injector(
                    stream.profile(),
                    Injector.RealTime.IN_ORDER,
                    (bytes, from, to) -> write(out, bytes, from, to),
                    every);
            stream.read(injector::feed);
            injector.close();
            injector.release(Long.MAX_VALUE);
        }
        print(every.insertions);
        return 0;
    }

    private void print(List<Insertion> insertions) {
        if (file.json()) {
            List<Report.Block> blocks = insertions.stream()
                    .map(block -> new Report.Block(
                            block.receipt(),
                            block.outputOffset(),
                            block.length(),
                            block.placement().word()))
                    .toList();
            streams.json(new Report.Injected(file.name(), blocks));
            return;
        }
        for (Insertion block : insertions) {
            streams.line("receipt " + block.receipt() + ": " + block.length() + " bytes at " + block.outputOffset()
                    + " of " + output + ", " + block.placement().word());
        }
        if (insertions.isEmpty()) {
            streams.line("no receipt has room for a block; " + output + " is as " + file.name());
        }
    }

    private static void write(OutputStream out, byte[] bytes, int from, int to) {
        try {
            out.write(bytes, from, to - from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class EveryReceipt implements Claims {
        private final List<Insertion> insertions = new ArrayList<>();

        @Override
        public void ended(Receipt receipt, Hold hold) {
            hold.print(url, caption);
        }

        @Override
        public void inserted(Insertion insertion) {
            insertions.add(insertion);
        }
    }
}
