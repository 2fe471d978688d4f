package slipstream.device.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import slipstream.device.report.Report;

/// `slipstream detect`.
@Command(
        name = "detect",
        mixinStandardHelpOptions = true,
        header = "Tells which code, and whose commands, a till sends.",
        description =
                "All files together are taken for receipts of one till. Tells how sure it is, how one line reads in each way, and what to set for the printer to read it so.",
        footer = {
            "",
            "Examples:",
            "  slipstream detect monday.bin tuesday.bin",
            "  slipstream detect --profile tm-t88v receipts/*.bin"
        })
final class DetectCommand implements Callable<Integer> {
    private static final String ROW = "%-9s %s";
    private static final int COLUMNS = 70;

    /// Text that every code reads alike.
    private static final Detection.Way ASCII = new Detection.Way(List.of(), 1.0, null);

    private final Streams streams;

    @Mixin
    private FilesParameter files;

    DetectCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        var till = new TillText();
        List<String> read = new ArrayList<>();
        int code = files.each(streams, stream -> {
            till.add(new PrinterStream(stream.file(), Detection.reader(stream.profile()), stream.in()));
            read.add(stream.file());
        });
        if (!read.isEmpty()) {
            Detection detection = Detection.of(till, files.profile());
            if (files.json()) {
                streams.json(json(read, detection));
            } else {
                print(detection);
            }
        }
        return code;
    }

    private void print(Detection detection) {
        if (detection.ascii()) {
            row("code", List.of("ASCII alone, which every code reads alike"));
        } else {
            Detection.Way likeliest = detection.likeliest();
            row("code", List.of(likeliest.title() + ", " + likeliest.sure() + " sure", quoted(likeliest.example())));
            detection
                    .next()
                    .ifPresent(next -> row("or", List.of(next.title() + ", " + next.sure(), quoted(next.example()))));
            row(
                    "profile",
                    List.of(
                            detection.profile().name() + " reads"
                                    + (detection.guessed() ? ", where nothing tells it, by guess" : ""),
                            quoted(detection.profileReads())));
        }
        if (!detection.foreign()) {
            row(
                    "till",
                    List.of(
                            detection.choices().isEmpty()
                                    ? "chooses no code itself"
                                    : "sends " + String.join(", ", detection.choices())));
        }
        row("dialect", List.of(detection.speaks()));
        row("set", detection.advice());
    }

    private void row(String label, List<String> texts) {
        String next = label;
        for (String text : texts) {
            List<String> lines = text.startsWith("\"") ? List.of(text) : Words.lines(text, COLUMNS);
            for (String line : lines) {
                streams.line(ROW.formatted(next, line));
                next = "";
            }
        }
    }

    private static String quoted(String example) {
        return Words.quoted(example, COLUMNS);
    }

    private static Report.Detected json(List<String> files, Detection detection) {
        Detection.Way likeliest = detection.ascii() ? ASCII : detection.likeliest();
        return new Report.Detected(
                files,
                likeliest.codes(),
                likeliest.sureness(),
                likeliest.example(),
                detection.profile().name(),
                detection.profileReads(),
                List.copyOf(detection.choices()),
                List.copyOf(detection.dialects()),
                detection.profiles(),
                detection.changes().isEmpty() ? null : detection.changes().getFirst());
    }
}
