package slipstream.device.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import slipstream.device.report.Report;
import slipstream.escpos.render.TextRenderer;

/// `slipstream text`.
@Command(
        name = "text",
        mixinStandardHelpOptions = true,
        header = "Shows receipts as plain text.",
        footer = {
            "",
            "Examples:",
            "  slipstream text receipt.bin",
            "  slipstream text --profile generic-80mm-taiwan *.bin"
        })
final class TextCommand implements Callable<Integer> {
    private static final String CUT = "- - - - - - - - - - - - - - - -";

    private final Streams streams;

    @Mixin
    private FilesParameter files;

    private int receipt;

    TextCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        return files.each(streams, stream -> {
            receipt = 0;
            files.head(streams, stream);
            TextRenderer.render(stream.in(), stream.profile(), text -> print(stream.file(), text));
        });
    }

    private void print(String file, String text) {
        receipt++;
        if (files.json()) {
            streams.json(new Report.Text(file, receipt, text));
        } else {
            streams.line((receipt > 1 ? CUT + "\n" : "") + text.stripTrailing());
        }
    }
}
