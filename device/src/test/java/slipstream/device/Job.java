package slipstream.device;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.receipt.ReceiptReader;

/// Builds what a POS sends: GB18030 text between ESC/POS commands.
public final class Job {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /// Starts with `ESC @`.
    public static Job begin() {
        return new Job().raw(0x1B, '@');
    }

    /// Bytes as they are.
    public Job raw(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    /// Text without an end of line.
    public Job text(String text) {
        bytes.writeBytes(text.getBytes(GB18030));
        return this;
    }

    /// Lines, each with its line feed.
    public Job lines(String... lines) {
        for (String line : lines) {
            text(line).raw(0x0A);
        }
        return this;
    }

    /// `ESC a 1`.
    public Job centred() {
        return raw(0x1B, 'a', 1);
    }

    /// `ESC a 0`.
    public Job left() {
        return raw(0x1B, 'a', 0);
    }

    /// `ESC E n`.
    public Job bold(boolean on) {
        return raw(0x1B, 'E', on ? 1 : 0);
    }

    /// `GS ! n`.
    public Job size(int n) {
        return raw(0x1D, '!', n);
    }

    /// A QR code through `GS ( k`.
    public Job qr(String payload) {
        int length = payload.length() + 3;
        return raw(0x1D, '(', 'k', length & 0xFF, length >> 8, 49, 80, 48)
                .text(payload)
                .raw(0x1D, '(', 'k', 3, 0, 49, 81, 48);
    }

    /// CODE128 through `GS k 73`.
    public Job code128(String payload) {
        return raw(0x1D, 'k', 73, payload.length() + 2, '{', 'B').text(payload);
    }

    /// The feed to the blade and the cut.
    public Job cut() {
        return raw(0x0A, 0x0A, 0x0A, 0x0A, 0x1D, 'V', 0);
    }

    /// Everything so far.
    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /// What a printer would make of it.
    public List<Receipt> receipts() {
        return receipts(bytes());
    }

    /// What a printer would make of `stream`.
    public static List<Receipt> receipts(byte[] stream) {
        List<Receipt> receipts = new ArrayList<>();
        var reader = new ReceiptReader(PrinterProfile.GENERIC_80MM, receipts::add);
        var commands = new CommandReader(8192, reader::accept);
        new CommandDecoder(Grammar.ESC_POS, commands).feed(stream, 0, stream.length);
        commands.flush();
        reader.end(Receipt.Ending.END_OF_STREAM);
        return receipts;
    }
}
