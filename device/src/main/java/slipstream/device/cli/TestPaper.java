package slipstream.device.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import slipstream.device.config.LineConfig;
import slipstream.device.report.Status;
import slipstream.escpos.inject.BlockMeans;
import slipstream.escpos.inject.Claims;
import slipstream.escpos.inject.Hold;
import slipstream.escpos.inject.Injector;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.state.PrinterState;

/// The page that a running box prints to show how it does, with a symbol that says it is a test.
///
/// It begins with `ESC @`, as the job of a POS does, and its symbol is drawn as on a receipt.
final class TestPaper {
    /// What the symbol says.
    static final String SYMBOL = "https://test.invalid/no-claim";

    private static final byte[] INITIALIZE = {0x1B, '@'};
    private static final byte[] FEED = "\n\n\n\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CUT = {0x1D, 'V', 0};
    private static final byte[] STAR_CUT = {0x1B, 'd', 0};
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private TestPaper() {}

    /// The page's bytes.
    ///
    /// @param zone whose time of day is printed
    static byte[] of(Status status, LineConfig line, ZoneId zone) {
        PrinterProfile profile = line.bridge().profile();
        var page = new ByteArrayOutputStream();
        var injector = new Injector(
                PrinterState.initial(profile),
                BlockMeans.of(profile, line.bridge().slowLine()),
                Injector.RealTime.IN_ORDER,
                (bytes, from, to) -> page.write(bytes, from, to - from),
                new Claims() {
                    @Override
                    public void ended(Receipt receipt, Hold hold) {
                        hold.print(SYMBOL, List.of("Test, no coupon"));
                    }
                });
        feed(injector, INITIALIZE);
        var text = new StringBuilder();
        for (String fact : facts(status, line, zone)) {
            Words.lines(fact, profile.columns(0))
                    .forEach(one -> text.append(one).append('\n'));
        }
        feed(injector, text.toString().replaceAll("[^\\n -~]", "?").getBytes(StandardCharsets.US_ASCII));
        feed(injector, FEED);
        if (profile.cutter()) {
            feed(injector, profile.dialect().equals("star") ? STAR_CUT : CUT);
        }
        injector.close();
        injector.release(Long.MAX_VALUE);
        return page.toByteArray();
    }

    private static void feed(Injector injector, byte[] bytes) {
        injector.feed(bytes, 0, bytes.length);
    }

    private static List<String> facts(Status status, LineConfig line, ZoneId zone) {
        List<String> facts = new ArrayList<>();
        facts.add("SLIPSTREAM TEST PAGE");
        facts.add("Time:     " + TIME.format(Instant.parse(status.now()).atZone(zone)));
        facts.add("Version:  " + status.version());
        facts.add("Line:     " + line.name());
        facts.add("POS at:   " + line.bridge().listen().name());
        facts.add("Printer:  " + line.bridge().printer().name());
        facts.add("Profile:  " + line.bridge().profile().name());
        facts.add("Service:  " + status.service());
        if (status.serviceWhy() != null) {
            facts.add("          " + status.serviceWhy());
        }
        facts.add("Outbox:   " + status.outbox() + " waiting");
        facts.add("Pool:     " + (status.pool() == null ? "none" : status.pool() + " tokens"));
        facts.add("The code below is a test and no claim.");
        return facts;
    }
}
