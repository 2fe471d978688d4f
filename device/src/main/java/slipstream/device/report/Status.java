package slipstream.device.report;

import io.avaje.jsonb.Json;
import java.util.List;

/// `status`: how a running box does. Times are ISO 8601 in UTC; what is not known is null.
///
/// @param version the program's
/// @param since when the box was started
/// @param now by the box's clock
/// @param lines a printer each
/// @param service how the line to the service stands: `none`, `connected`, `away`
/// @param serviceSince since when, or null
/// @param serviceWhy what keeps it away, or null
/// @param outbox messages that wait
/// @param outboxSince since when the oldest waits, or null
/// @param dropped messages dropped since the start
/// @param pool tokens left, or null where no pool is kept
/// @param waits how long receipts were held, or null when none was yet
/// @param late answers that missed the budget today
/// @param rules what was learned
/// @param store the file that survives a power cut, or null where there is none
/// @param storeTrouble what keeps it from being written, or null
/// @param notKept notes that were never written
/// @param bypassed since when the bypass is laid, or null
/// @param faulty when a fault of ours last ended the reading of a receipt, or null
/// @param capture the capture that runs, or null
@Json
public record Status(
        String version,
        String since,
        String now,
        List<Line> lines,
        String service,
        String serviceSince,
        String serviceWhy,
        int outbox,
        String outboxSince,
        long dropped,
        Integer pool,
        Waits waits,
        long late,
        List<Rule> rules,
        String store,
        String storeTrouble,
        long notKept,
        String bypassed,
        String faulty,
        Capture capture) {

    /// One printer.
    ///
    /// @param listens where the POS finds the box
    /// @param printer where the printer is
    /// @param reached whether the printer was reached when it was last wanted, or null when it was not wanted yet
    /// @param reachedSince since when, or null
    /// @param why what keeps the printer away, or null
    /// @param pos how many POS are connected
    /// @param trouble why POS are not let in as configured, or null
    /// @param last what became of its last receipt, or null
    @Json
    public record Line(
            String name,
            String listens,
            String printer,
            Boolean reached,
            String reachedSince,
            String why,
            int pos,
            String trouble,
            Receipt last) {}

    /// What became of a receipt.
    ///
    /// @param kind as `references` names it, `-` where nothing asked for it
    /// @param outcome `not-asked`, `printed`, `token`, `plain`, `late` or `failed`
    /// @param heldMs how long its end waited; -1 where nothing was asked
    @Json
    public record Receipt(String at, String kind, String outcome, long heldMs) {}

    /// How long the last receipts waited for answers, in milliseconds.
    @Json
    public record Waits(int count, long p50, long p99, long max) {}

    /// A learned rule.
    ///
    /// @param sales since the start
    /// @param found on how many of them it found its number
    @Json
    public record Rule(String rule, long sales, long found, boolean lost) {}

    /// A capture that runs.
    ///
    /// @param line of which line, or null for all
    /// @param bytes of all its files together
    /// @param dropped connections that were broken off so that printing did not wait
    @Json
    public record Capture(
            String until, String line, String directory, boolean pictures, int files, long bytes, long dropped) {}

    /// What `status --json` prints.
    ///
    /// @param wrong what to do something about; empty when all is well
    @Json
    public record Judged(Status status, List<Wrong> wrong) {}

    /// Something that is wrong.
    ///
    /// @param sentence what
    /// @param next what to do about it
    @Json
    public record Wrong(String sentence, String next) {}
}
