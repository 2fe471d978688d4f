package slipstream.device.cli;

import java.io.InputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import slipstream.device.report.Report;
import slipstream.escpos.render.TextRenderer;

/// `slipstream text`.
@Command(name = "text", mixinStandardHelpOptions = true, description = "Shows receipts as plain text.")
final class TextCommand implements Callable<Integer> {
    private static final String CUT = "- - - - - - - - - - - - - - - -";

    private final Streams streams;

    @Mixin
    private FilesParameter files;

    @Mixin
    private ProfileOption profile;

    private int receipt;

    TextCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        files.each(file -> {
            receipt = 0;
            if (files.several() && !files.json()) {
                streams.line(file + ":");
            }
            try (InputStream in = streams.open(file)) {
                TextRenderer.render(in, profile.profile(), text -> print(file, text));
            }
        });
        return 0;
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
