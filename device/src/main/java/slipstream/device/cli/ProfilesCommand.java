package slipstream.device.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import slipstream.device.report.Report;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.profile.ProfileFact;
import slipstream.escpos.profile.Support;

/// `slipstream profiles`.
@Command(
        name = "profiles",
        mixinStandardHelpOptions = true,
        header = "Lists printers; \"show\" tells all of one.",
        description = "QR is whether the printer draws QR Codes itself; ? where nobody has tried.",
        footer = {
            "",
            "A printer that is not among them is most often like generic-80mm or",
            "generic-58mm. What differs goes into a file of your own:",
            "",
            "  like = generic-80mm",
            "  dots-per-line = 512",
            "",
            "Examples:",
            "  slipstream profiles",
            "  slipstream profiles show tm-t88v"
        })
final class ProfilesCommand implements Callable<Integer> {
    private static final String ROW = "%-20s %4s  %3s  %-6s  %-3s  %s";

    private final Streams streams;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    ProfilesCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (!json) {
            streams.line(ROW.formatted("NAME", "DOTS", "DPI", "CUTTER", "QR", "MODEL"));
        }
        PrinterProfile.names().stream().map(PrinterProfile::named).forEach(this::print);
        return 0;
    }

    private void print(PrinterProfile profile) {
        if (json) {
            streams.json(new Report.Profile(
                    profile.name(),
                    profile.model(),
                    profile.dialect(),
                    profile.dotsPerLine(),
                    profile.dpi(),
                    profile.cutter(),
                    Words.of(profile.nativeQr())));
            return;
        }
        streams.line(ROW.formatted(
                profile.name(),
                profile.dotsPerLine(),
                profile.dpi(),
                profile.cutter() ? "yes" : "no",
                profile.nativeQr() == Support.UNKNOWN ? "?" : Words.of(profile.nativeQr()),
                profile.model()));
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            header = "Tells each fact of a profile, and above it where it is from.",
            description = "What it prints is a profile: change what differs, and give it to --profile.",
            footer = {
                "",
                "Examples:",
                "  slipstream profiles show tm-t88v",
                "  slipstream profiles show zj-58 > mine.properties"
            })
    int show(
            @Parameters(paramLabel = "NAME", description = "A name, or a file of your own, NAME.properties.")
                    String name,
            @Option(names = "--json", description = "One JSON object a line.") boolean asJson) {
        PrinterProfile profile = ProfileOption.chosen(name, PrinterProfile::chosen);
        String told = "";
        for (ProfileFact fact : ProfileOption.chosen(name, PrinterProfile::facts)) {
            if (asJson) {
                streams.json(new Report.ProfileFact(
                        profile.name(), fact.key(), fact.value(), fact.source(), fact.profile()));
                continue;
            }
            String from = fact.profile().equals(profile.name()) ? "" : "As " + fact.profile() + ". ";
            String below = from + fact.source();
            if (!below.equals(told)) {
                if (!told.isEmpty()) {
                    streams.line("");
                }
                Words.lines(below, 78).forEach(line -> streams.line("# " + line));
            }
            told = below;
            streams.line((fact.key() + " = " + fact.value()).strip());
        }
        return 0;
    }
}
