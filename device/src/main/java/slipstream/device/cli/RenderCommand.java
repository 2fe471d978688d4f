package slipstream.device.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import slipstream.device.report.Report;
import slipstream.escpos.render.Bitmap;
import slipstream.escpos.render.Paper;
import slipstream.escpos.render.Piece;
import slipstream.escpos.render.ReceiptRenderer;
import slipstream.escpos.render.TracedRows;

/// `slipstream render`.
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        header = "Draws receipts as the printer would, as PNG.",
        description = "Writes OUT.png, or OUT-1.png, OUT-2.png … when there are several.",
        footer = {
            "",
            "Examples:",
            "  slipstream render receipt.bin -o receipt.png",
            "  slipstream render --profile tm-t88v --blade receipt.bin -o piece.png"
        })
final class RenderCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private FileParameter file;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT.png",
            description = "The picture.")
    private Path output;

    @Option(names = "--trace", description = "Names for each dot row the commands that drew it.")
    private boolean trace;

    @Option(
            names = "--blade",
            description = "Draws pieces of paper as they fall: the blade stands beyond the print line.")
    private boolean blade;

    RenderCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        file.keepFrom(output);
        var pictures = new Pictures(output, this::print);
        try (var stream = file.open(streams)) {
            ReceiptRenderer.pieces(
                    stream.in(), stream.profile(), blade ? Paper.PIECES : Paper.RECEIPTS, pictures::take);
        }
        pictures.finish();
        if (pictures.count() == 0) {
            throw Failure.failed(file.name() + " prints nothing, so there is nothing to draw.");
        }
        return 0;
    }

    private void print(int number, Path path, Piece piece) {
        Bitmap bitmap = piece.bitmap();
        if (file.json()) {
            streams.json(new Report.Rendered(file.name(), number, path.toString(), bitmap.width(), bitmap.height()));
        } else {
            streams.line(path + ": " + bitmap.width() + " x " + bitmap.height() + " dots");
        }
        if (trace) {
            piece.trace().forEach(rows -> trace(number, rows));
        }
    }

    private void trace(int number, TracedRows rows) {
        if (file.json()) {
            streams.json(
                    new Report.Traced(file.name(), number, rows.from(), rows.to(), rows.offset(), rows.mnemonic()));
        } else {
            streams.line("%6d .. %-6d  %08X  %s".formatted(rows.from(), rows.to() - 1, rows.offset(), rows.mnemonic()));
        }
    }
}
