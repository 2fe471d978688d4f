package slipstream.device.control;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import slipstream.device.bridge.Reach;
import slipstream.device.capture.Captures;
import slipstream.device.claim.Backroom;
import slipstream.device.claim.Outbox;
import slipstream.device.claim.ReceiptNote;
import slipstream.device.claim.Recent;
import slipstream.device.claim.TokenPool;
import slipstream.device.learn.RuleHealth;
import slipstream.device.report.Status;
import slipstream.device.store.StoreState;

/// Looks at the parts of a running box.
///
/// @param version the program's
/// @param started when the box was
/// @param now the box's time
/// @param lines its printers
/// @param service the line to the service; empty where none is configured
/// @param backroom what goes on besides
/// @param store what survives a power cut; empty where nothing does
/// @param bypassed since when the bypass is laid; empty when it is not
/// @param capture the capture that runs; empty where none does
public record BoxView(
        String version,
        Instant started,
        Instant now,
        List<Line> lines,
        Optional<ServiceWatch> service,
        Backroom backroom,
        Optional<StoreState> store,
        Optional<Instant> bypassed,
        Optional<Captures.Standing> capture) {

    /// One printer.
    ///
    /// @param listens where the POS finds the box
    /// @param printer where the printer is
    /// @param till whose receipts it prints
    /// @param pos how many POS are connected
    /// @param trouble why POS are not let in as configured; empty when they are
    /// @param reach whether the printer was reached; empty when it was not wanted yet
    /// @param fault when a fault of ours last ended the reading of a receipt; empty when none did
    /// @param rules how the till's rules do
    public record Line(
            String name,
            String listens,
            String printer,
            String till,
            int pos,
            Optional<String> trouble,
            Optional<Reach> reach,
            Optional<Instant> fault,
            List<RuleHealth> rules) {}

    /// How the box does.
    public Status status() {
        Optional<ServiceWatch.Standing> standing = service.map(ServiceWatch::standing);
        return new Status(
                version,
                started.toString(),
                now.toString(),
                lines.stream().map(line -> line(line, backroom.recent())).toList(),
                standing.map(one -> one.connected() ? "connected" : "away").orElse("none"),
                standing.map(one -> one.since().toString()).orElse(null),
                standing.map(ServiceWatch.Standing::why)
                        .filter(why -> !why.isEmpty())
                        .orElse(null),
                backroom.outbox().map(Outbox::size).orElse(0),
                backroom.outbox().flatMap(Outbox::oldest).map(Instant::toString).orElse(null),
                backroom.outbox().map(Outbox::dropped).orElse(0L),
                backroom.pool().map(TokenPool::size).orElse(null),
                backroom.recent()
                        .waits()
                        .map(waits -> new Status.Waits(waits.count(), waits.p50(), waits.p99(), waits.max()))
                        .orElse(null),
                backroom.figures().count("late"),
                lines.stream()
                        .flatMap(line -> line.rules().stream())
                        .map(BoxView::rule)
                        .toList(),
                store.map(state -> state.file().toString()).orElse(null),
                store.flatMap(StoreState::trouble).orElse(null),
                store.map(StoreState::lost).orElse(0L),
                bypassed.map(Instant::toString).orElse(null),
                lines.stream()
                        .flatMap(line -> line.fault().stream())
                        .max(Comparator.naturalOrder())
                        .map(Instant::toString)
                        .orElse(null),
                capture.map(BoxView::capture).orElse(null));
    }

    private static Status.Line line(Line line, Recent recent) {
        return new Status.Line(
                line.name(),
                line.listens(),
                line.printer(),
                line.reach().map(Reach::reached).orElse(null),
                line.reach().map(reach -> reach.since().toString()).orElse(null),
                line.reach().map(Reach::why).filter(why -> !why.isEmpty()).orElse(null),
                line.pos(),
                line.trouble().orElse(null),
                recent.last(line.till()).map(BoxView::receipt).orElse(null));
    }

    private static Status.Capture capture(Captures.Standing capture) {
        Captures.Options asked = capture.options();
        return new Status.Capture(
                capture.until().toString(),
                asked.line().orElse(null),
                asked.directory().toString(),
                asked.pictures(),
                capture.files(),
                capture.bytes(),
                capture.dropped());
    }

    private static Status.Receipt receipt(ReceiptNote note) {
        String outcome = note.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Status.Receipt(note.at().toString(), note.kind(), outcome, note.heldMs());
    }

    private static Status.Rule rule(RuleHealth health) {
        return new Status.Rule(health.rule(), health.sales(), health.found(), health.lost());
    }
}
