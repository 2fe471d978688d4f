package slipstream.device.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import slipstream.device.report.Report;

/// `slipstream decode`.
@Command(
        name = "decode",
        mixinStandardHelpOptions = true,
        header = "Lists the commands of a stream.",
        description = "Each line has offset, bytes, name in the manual, meaning.",
        footer = {
            "",
            "Examples:",
            "  slipstream decode receipt.bin",
            "  slipstream decode --profile star-tsp650-line --json -"
        })
final class DecodeCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private FilesParameter files;

    DecodeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        return files.each(streams, stream -> {
            var listing = new Listing(stream, this::print);
            files.head(streams, stream);
            listing.finish(stream.decode(listing).held());
        });
    }

    private void print(Report.Decoded line) {
        if (files.json()) {
            streams.json(line);
        } else {
            streams.line(
                    "%08X  %-24s  %-10s  %s".formatted(line.offset(), line.bytes(), line.mnemonic(), line.meaning()));
        }
    }
}
