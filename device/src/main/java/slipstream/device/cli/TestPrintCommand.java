package slipstream.device.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import slipstream.device.port.Address;
import slipstream.device.report.BoxAnswer;
import slipstream.device.report.BoxRequest;
import slipstream.device.report.Report;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.render.Paper;
import slipstream.escpos.render.ReceiptRenderer;
import slipstream.escpos.testprint.TestPage;

/// `slipstream test-print`.
@Command(
        name = "test-print",
        mixinStandardHelpOptions = true,
        header = "Prints a page: the running box's, or the one that checks a profile on a printer.",
        description = {
            "Without --printer and --out the running box prints a page in its turn that says how it does.",
            "With them the page shows fact by fact what a printer does; lay it beside the picture of what the",
            "profile says (--png)."
        },
        footer = {
            "",
            "Where standard output is a file or pipe and no box is named (--line, --config,",
            "--socket), the page that checks a profile goes there.",
            "",
            "Examples:",
            "  slipstream test-print",
            "  slipstream test-print --line kitchen",
            "  slipstream test-print --profile tm-t88v --printer 192.168.1.50",
            "  slipstream test-print --printer 192.168.1.50 --png expected.png",
            "  slipstream test-print --profile zj-58 > /dev/usb/lp0"
        })
final class TestPrintCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private ProfileOption profile;

    @Mixin
    private RunningBox box;

    @Option(names = "--line", paramLabel = "NAME", description = "The line of the running box, if it has several.")
    private String line;

    @ArgGroup
    private Target target = new Target();

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long the printer may take nothing; 1 to 3600, default ${DEFAULT-VALUE}.")
    private int patience;

    @Option(
            names = "--png",
            paramLabel = "FILE",
            description = "Draws what to expect, to lay beside the paper: FILE, or FILE-1, FILE-2 … for its pieces.")
    private Path png;

    @Option(names = "--json", description = "One JSON object a line; not with standard output.")
    private boolean json;

    /// Where the page goes.
    private static final class Target {
        @Option(names = "--printer", paramLabel = "HOST[:PORT]", description = "Prints it; port 9100 when left out.")
        private String printer;

        @Option(
                names = "--out",
                paramLabel = "FILE",
                description = "Writes what would be sent to a file; - is standard output.")
        private Path file;
    }

    TestPrintCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        if (patience < 1 || patience > 3600) {
            throw Failure.wrongUse("--patience is " + patience + ", expected 1 to 3600 seconds.");
        }
        boolean untold = target.printer == null && target.file == null;
        boolean terminal = streams.terminal().getAsBoolean();
        if (untold && (line != null || box.named() || terminal && png == null && box.answers())) {
            return printed(box.ask(new BoxRequest("test-print", line, null, null, null))
                    .said());
        }
        if (untold && terminal) {
            throw Failure.wrongUse("The page is for a printer, not for a terminal;"
                    + " expected --printer HOST, --out FILE, or --out - to see its bytes all the same.");
        }
        boolean toStandardOutput = untold || target.file != null && Streams.isStandard(target.file.toString());
        if (toStandardOutput && json) {
            throw Failure.wrongUse("The page itself goes to standard output, so --json needs --printer or --out.");
        }
        Address printer = target.printer == null ? null : Addresses.printer(target.printer);
        PrinterProfile of = profile.profile();
        byte[] page = page(of);
        List<String> pictures = png == null ? List.of() : draw(of, page);
        if (toStandardOutput) {
            streams.out().write(page);
            return 0;
        }
        if (printer == null) {
            Files.write(target.file, page);
        } else {
            PrinterJob.send(printer, page, Duration.ofSeconds(patience));
        }
        told(of, page.length, printer, pictures);
        return 0;
    }

    private int printed(String said) {
        if (json) {
            streams.json(BoxAnswer.done(said));
        } else {
            streams.line(said);
        }
        return 0;
    }

    private static byte[] page(PrinterProfile profile) {
        try {
            return TestPage.of(profile);
        } catch (IllegalArgumentException e) {
            throw Failure.wrongUse(e.getMessage());
        }
    }

    private List<String> draw(PrinterProfile profile, byte[] page) throws IOException {
        List<String> paths = new ArrayList<>();
        var pictures = new Pictures(png, (number, path, piece) -> paths.add(path.toString()));
        ReceiptRenderer.pieces(new ByteArrayInputStream(page), profile, Paper.PIECES, pictures::take);
        pictures.finish();
        return paths;
    }

    private void told(PrinterProfile profile, int bytes, Address printer, List<String> pictures) {
        String to = printer == null ? target.file.toString() : printer.toString();
        if (json) {
            streams.json(new Report.TestPrinted(profile.name(), bytes, to, pictures));
            return;
        }
        streams.line(to + (printer == null ? ": " : " took ") + bytes + " bytes, the test page of " + profile.name());
        pictures.forEach(path -> streams.line("expect " + path));
    }
}
