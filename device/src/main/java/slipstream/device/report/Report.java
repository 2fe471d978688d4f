package slipstream.device.report;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Map;
import slipstream.cloudlink.protocol.PaymentReference;

/// The objects that commands print with `--json`, one a line.
public final class Report {
    private Report() {}

    /// `decode`: one command, or one run of text.
    ///
    /// @param file as it was named
    /// @param offset where it begins, in bytes
    /// @param length how many bytes it has
    /// @param bytes the first of them, in hexadecimal
    /// @param mnemonic as the manual has it; `text` for text
    /// @param meaning what it does, or what the text says
    @Json
    public record Decoded(String file, long offset, long length, String bytes, String mnemonic, String meaning) {}

    /// `text`: one receipt.
    @Json
    public record Text(String file, int receipt, String text) {}

    /// `references`: one receipt.
    ///
    /// @param total with two decimals, or null
    /// @param currency of the total, ISO 4217, or null when the receipt does not tell it
    /// @param time when it was printed by the shop's clock, `2026-11-22T18:30` or the day alone, or null
    @Json
    public record References(
            String file,
            int receipt,
            String kind,
            String total,
            String currency,
            String time,
            List<PaymentReference> references) {}

    /// `references --explain`: one receipt.
    ///
    /// @param receipt what is told without an explanation
    /// @param numbers why each long number was taken or not
    @Json
    public record Explained(References receipt, List<LongNumber> numbers) {}

    /// A number with six digits or more in a row.
    ///
    /// @param origin where it was read: `text`, `symbol` or `picture`
    /// @param line of the receipt, or of its pictures, from 1; 0 in a symbol
    /// @param column in the line, from 1, in half-width characters
    /// @param number a mask of it unless it was taken
    /// @param because one sentence
    @Json
    public record LongNumber(String origin, int line, int column, String number, boolean taken, String because) {}

    /// `render`: one receipt.
    @Json
    public record Rendered(String file, int receipt, String png, int width, int height) {}

    /// `render --trace`: rows of a receipt and the command that drew in them.
    ///
    /// @param from the first row
    /// @param to the row after the last
    /// @param offset where the command begins, in bytes
    /// @param mnemonic as the manual has it; `text` for text
    @Json
    public record Traced(String file, int receipt, int from, int to, long offset, String mnemonic) {}

    /// `inject`: one stream.
    @Json
    public record Injected(String file, List<Block> blocks) {}

    /// A block in what `inject` wrote.
    ///
    /// @param outputOffset where it begins in the output, in bytes
    /// @param length how many bytes it has
    /// @param placement `before-feed`, `before-cut` or `at-end`
    @Json
    public record Block(int receipt, long outputOffset, int length, String placement) {}

    /// `printer`: one receipt.
    @Json
    public record Printed(int receipt, String png, String text, int width, int height) {}

    /// `profiles`: one printer.
    ///
    /// @param nativeQr `yes`, `no` or `unknown`
    @Json
    public record Profile(
            String profile, String model, String dialect, int dotsPerLine, int dpi, boolean cutter, String nativeQr) {}

    /// `profiles show`: one fact.
    ///
    /// @param source what stands above it
    /// @param from the profile whose file it stands in
    @Json
    public record ProfileFact(String profile, String key, String value, String source, String from) {}

    /// `test-print`: where the page went.
    ///
    /// @param pngs the pictures of what to expect
    @Json
    public record TestPrinted(String profile, int bytes, String to, List<String> pngs) {}

    /// `detect`: what all files together are in.
    ///
    /// @param codes those that read it alike; none for ASCII
    /// @param sureness from 0 to 1
    /// @param example a line read so, or null
    /// @param profileReads the same as that printer reads it, or null
    /// @param choices what the till sends to choose a code
    /// @param dialects the languages that it speaks
    /// @param profiles those that are right as they are, if this one is not
    /// @param keys what would make it right, or null
    @Json
    public record Detected(
            List<String> files,
            List<String> codes,
            double sureness,
            String example,
            String profile,
            String profileReads,
            List<String> choices,
            List<String> dialects,
            List<String> profiles,
            Map<String, String> keys) {}

    /// `doctor`: one link of the chain.
    ///
    /// @param state `ok`, `look` or `broken`
    /// @param next what to do, or null
    @Json
    public record Link(String link, String state, String sentence, String next) {}
}
