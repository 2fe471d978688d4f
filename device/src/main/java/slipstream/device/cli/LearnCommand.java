package slipstream.device.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import slipstream.device.bridge.Bridge;
import slipstream.device.bridge.BridgeOptions;
import slipstream.device.learn.RulesException;
import slipstream.device.learn.Scheme;
import slipstream.device.learn.SeenReceipt;
import slipstream.device.learn.TillRules;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.inject.Claims;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.receipt.ReceiptReader;

/// `slipstream learn`.
@Command(
        name = "learn",
        mixinStandardHelpOptions = true,
        header = "Learns where a till prints its payment's number.",
        description = {
            "Shows the numbers of receipts, from files or as they pass to the printer; point at the payment's once. A rule is"
                    + " made of it, tried on the other receipts, and written for the box.",
            "Payment codes, card numbers and numbers of people are masked and never learned."
        },
        footer = {
            "",
            "Examples:",
            "  slipstream learn monday/*.bin --rules till-1.toml",
            "  slipstream learn --listen 9100 --printer 192.168.1.50 --rules till-1.toml",
            "  slipstream learn *.bin --pick 7895016611220000 --scheme shouqianba",
            "  slipstream learn *.bin --rules till-1.toml --try",
        })
final class LearnCommand implements Callable<Integer> {
    private static final int BODY_LIMIT = 8192;

    private final Streams streams;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "What was sent to a printer; - is standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--listen",
            paramLabel = "PORT",
            description = "Watches what a till prints here: PORT or HOST:PORT.")
    private String listen;

    @Option(names = "--printer", paramLabel = "HOST[:PORT]", description = "Where that is printed, byte for byte.")
    private String printer;

    @Option(names = "--rules", paramLabel = "FILE", description = "The till's rules, TOML; made or added to.")
    private Path rules;

    @Option(
            names = "--till",
            paramLabel = "NAME",
            description = "Whose rules they are, as the box's configuration says.")
    private String till;

    @Option(names = "--pick", paramLabel = "VALUE", description = "Points at a number without asking.")
    private String pick;

    @Option(names = "--receipt", paramLabel = "N", description = "Points at a number: the receipt, with --run.")
    private Integer receipt;

    @Option(names = "--run", paramLabel = "K", description = "The number's own number in that receipt's list.")
    private Integer run;

    @Option(
            names = "--scheme",
            paramLabel = "NAME",
            description = "Whose number it is: wechat, alipay, card or another.")
    private String scheme;

    @Option(names = "--kind", paramLabel = "NAME", description = "Which number: out_trade_no, rrn, …; default order.")
    private String kind;

    @Option(names = "--try", description = "Only tries the rules of --rules on the receipts.")
    private boolean tryOnly;

    @Option(names = "--json", description = "One JSON object a line; asks nothing.")
    private boolean json;

    @Mixin
    private ProfileOption profile;

    LearnCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws Exception {
        check();
        TillRules known;
        try {
            known = rules != null && Files.exists(rules) ? TillRules.read(rules) : TillRules.NONE;
        } catch (RulesException e) {
            e.errors().forEach(streams::error);
            return Failure.WRONG_USE;
        }
        known = till == null ? known : known.of(till);
        var screen = new LearnScreen(streams, json);
        var target = new LearnTarget(screen, rules, known);
        if (listen != null) {
            return live(screen, target);
        }
        List<SeenReceipt> receipts = receipts(screen);
        if (tryOnly) {
            screen.tried(known, receipts);
            return 0;
        }
        if (pick != null || receipt != null) {
            return new LearnByOption(screen, target, receipts).learn(picked(), named());
        }
        if (json) {
            receipts.forEach(screen::receipt);
            return 0;
        }
        return ask(new LearnDialogue(screen, target, receipts, named(), LocalDate.now()));
    }

    private void check() {
        if (files.isEmpty() == (listen == null)) {
            throw Failure.wrongUse("Expected either files or --listen with --printer.");
        }
        if ((listen == null) != (printer == null)) {
            throw Failure.wrongUse("--listen and --printer belong together.");
        }
        if ((receipt == null) != (run == null) || receipt != null && pick != null) {
            throw Failure.wrongUse("Expected --pick VALUE, or --receipt N with --run K.");
        }
        boolean points = pick != null || receipt != null;
        if (points && scheme == null) {
            throw Failure.wrongUse(
                    "--scheme is missing: whose number it is, as wechat, alipay, card or an aggregator's" + " name.");
        }
        if (listen != null && (points || json || tryOnly)) {
            throw Failure.wrongUse(
                    "With --listen the number is pointed at on the screen, without --pick, --json, --try.");
        }
        if (tryOnly && (rules == null || !Files.exists(rules))) {
            throw Failure.wrongUse("--try needs the rules that are to be tried, --rules FILE.");
        }
        if (files.contains("-") && !points && !json && !tryOnly) {
            throw Failure.wrongUse("Receipts from standard input leave nobody to ask; point with --pick VALUE.");
        }
    }

    private Scheme named() {
        try {
            return scheme == null ? null : Scheme.of(scheme, kind);
        } catch (IllegalArgumentException e) {
            throw Failure.wrongUse(e.getMessage() + ".");
        }
    }

    private LearnByOption.Picked picked() {
        return new LearnByOption.Picked(pick, receipt, run);
    }

    private List<SeenReceipt> receipts(LearnScreen screen) throws IOException {
        List<SeenReceipt> seen = new ArrayList<>();
        for (String file : files) {
            try (var stream = new PrinterStream(file, profile.profile(), streams.open(file))) {
                var reader = new ReceiptReader(stream.profile(), one -> {
                    screen.from(seen.size() + 1, file);
                    seen.add(SeenReceipt.of(seen.size() + 1, one));
                });
                var commands = new CommandReader(BODY_LIMIT, reader::accept);
                stream.decode(commands);
                commands.flush();
                reader.end(Receipt.Ending.END_OF_STREAM);
            }
        }
        if (seen.isEmpty()) {
            throw Failure.failed("There is no receipt in " + String.join(", ", files) + ".");
        }
        return seen;
    }

    private int ask(LearnDialogue dialogue) throws IOException {
        dialogue.begin();
        var typed = new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
        while (!dialogue.over()) {
            dialogue.typed(typed.readLine());
        }
        return dialogue.code();
    }

    /// What happens while receipts pass: one is over, or a line was typed; null when no more will be.
    private sealed interface Event {
        record Passed(Receipt receipt) implements Event {}

        record Typed(String line) implements Event {}
    }

    private int live(LearnScreen screen, LearnTarget target) throws Exception {
        Logs.begin("warn");
        BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        BridgeOptions options =
                BridgeOptions.of(Addresses.listener(listen), Addresses.printer(printer), profile.profile());
        try (var bridge = Bridge.start(options, ignored -> watching(events))) {
            screen.line("Listening at port " + bridge.port() + " for the printer at " + options.printer()
                    + "; every byte passes as it is.");
            screen.line("Let the till print a sale. q ends.");
            screen.flush();
            Thread.ofVirtual().name("typed").start(() -> type(events));
            var dialogue = new LearnDialogue(screen, target, null, named(), LocalDate.now());
            int count = 0;
            while (!dialogue.over()) {
                switch (events.take()) {
                    case Event.Passed passed -> dialogue.passed(SeenReceipt.of(++count, passed.receipt()));
                    case Event.Typed typed -> dialogue.typed(typed.line());
                }
            }
            screen.line("Nothing listens at port " + bridge.port()
                    + " any more; the box takes over with \"slipstream bridge\".");
            return dialogue.code();
        }
    }

    private static Claims watching(BlockingQueue<Event> events) {
        return (receipt, hold) -> {
            hold.plain();
            events.add(new Event.Passed(receipt));
        };
    }

    private void type(BlockingQueue<Event> events) {
        var typed = new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
        try {
            String line;
            do {
                line = typed.readLine();
                events.add(new Event.Typed(line));
            } while (line != null);
        } catch (IOException e) {
            events.add(new Event.Typed(null));
        }
    }
}
