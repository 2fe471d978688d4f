package slipstream.device.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import slipstream.device.report.Report;
import slipstream.escpos.render.Bitmap;
import slipstream.escpos.render.Paper;
import slipstream.escpos.render.Piece;
import slipstream.escpos.render.Png;
import slipstream.escpos.render.ReceiptRenderer;
import slipstream.escpos.render.TracedRows;

/// `slipstream render`.
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        description = "Draws receipts as the printer would: OUT.png, or OUT-1.png, OUT-2.png … when there are several.")
final class RenderCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "FILE", description = "What was sent to a printer; - is standard input.")
    private String file;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT.png",
            description = "The picture.")
    private Path output;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(names = "--trace", description = "Names for each dot row the commands that drew it.")
    private boolean trace;

    @Option(
            names = "--blade",
            description = "Draws pieces of paper as they fall: the blade stands beyond the print line.")
    private boolean blade;

    @Mixin
    private ProfileOption profile;

    private Piece first;
    private int receipts;

    RenderCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        try (InputStream in = streams.open(file)) {
            ReceiptRenderer.pieces(in, profile.profile(), blade ? Paper.PIECES : Paper.RECEIPTS, this::receipt);
        }
        if (receipts == 0) {
            throw Failure.failed(file + " prints nothing, so there is nothing to draw.");
        }
        if (first != null) {
            write(1, output, first);
        }
        return 0;
    }

    /// The first waits until it is known whether there is a second.
    private void receipt(Piece piece) {
        receipts++;
        if (receipts == 1) {
            first = piece;
            return;
        }
        if (first != null) {
            write(1, numbered(1), first);
            first = null;
        }
        write(receipts, numbered(receipts), piece);
    }

    private Path numbered(int number) {
        String name = output.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return output.resolveSibling(
                dot <= 0 ? name + "-" + number : name.substring(0, dot) + "-" + number + name.substring(dot));
    }

    private void write(int number, Path path, Piece piece) {
        Bitmap bitmap = piece.bitmap();
        try (OutputStream out = Files.newOutputStream(path)) {
            Png.write(bitmap, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (json) {
            streams.json(new Report.Rendered(file, number, path.toString(), bitmap.width(), bitmap.height()));
        } else {
            streams.line(path + ": " + bitmap.width() + " x " + bitmap.height() + " dots");
        }
        if (trace) {
            piece.trace().forEach(rows -> trace(number, rows));
        }
    }

    private void trace(int number, TracedRows rows) {
        if (json) {
            streams.json(new Report.Traced(file, number, rows.from(), rows.to(), rows.offset(), rows.mnemonic()));
        } else {
            streams.line("%6d .. %-6d  %08X  %s".formatted(rows.from(), rows.to() - 1, rows.offset(), rows.mnemonic()));
        }
    }
}
