package slipstream.device.report;

import io.avaje.jsonb.Json;
import java.util.List;
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
    /// @param line of the receipt, from 1; 0 in a symbol
    /// @param column in the line, from 1, in half-width characters
    /// @param number a mask of it unless it was taken
    /// @param because one sentence
    @Json
    public record LongNumber(int line, int column, String number, boolean taken, String because) {}

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
}
