package slipstream.device.reference.street;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes what a point of sale sends, for paper of so many columns.
final class Paper {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Encoding encoding;
    private final int columns;
    private final boolean returns;
    private final StringBuilder line = new StringBuilder();
    private List<Object> parts = new ArrayList<>();

    /// @param returns whether lines end as on Windows, in CR LF
    Paper(Encoding encoding, int columns, boolean returns) {
        this.encoding = encoding;
        this.columns = columns;
        this.returns = returns;
    }

    Encoding encoding() {
        return encoding;
    }

    int columns() {
        return columns;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /// Bytes as they are.
    Paper raw(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    /// `ESC @`, and the commands that choose the encoding.
    Paper begin() {
        raw(0x1B, '@');
        bytes.writeBytes(encoding.choice());
        return this;
    }

    /// Text without an end of line.
    Paper text(String text) {
        String written = encoding.writable(text);
        line.append(written);
        encoding.write(written, bytes);
        return this;
    }

    /// A command that moves the print position on.
    Paper gap(int... command) {
        line.append(' ');
        return raw(command);
    }

    /// The end of a line.
    Paper feed() {
        parts.add(line.toString());
        line.setLength(0);
        return returns ? raw(0x0D, 0x0A) : raw(0x0A);
    }

    /// A line and its line feed.
    Paper line(String text) {
        return text(text).feed();
    }

    /// `ESC a`: 0 left, 1 centred, 2 right.
    Paper align(int side) {
        return raw(0x1B, 'a', side);
    }

    /// `GS !`, or the same with `ESC !`, on or off.
    Paper large(boolean on, boolean printMode) {
        return printMode ? raw(0x1B, '!', on ? 0x30 : 0) : raw(0x1D, '!', on ? 0x11 : 0);
    }

    /// A line centred by blanks.
    Paper centred(String text) {
        return line(" ".repeat(Math.max(0, (columns - width(text)) / 2)) + text);
    }

    /// One text at either edge; two lines where they do not fit.
    Paper edges(String left, String right) {
        int room = columns - width(left) - width(right);
        return room > 0
                ? line(left + " ".repeat(room) + right)
                : line(left).line(" ".repeat(Math.max(0, columns - width(right))) + right);
    }

    Paper rule(char of) {
        return line(String.valueOf(of).repeat(columns));
    }

    /// A CODE128 of code set A, B or C (`GS k 73`).
    Paper code128(char set, String value) {
        parts.add(Map.of("code128", value));
        var data = new ByteArrayOutputStream();
        data.writeBytes(new byte[] {'{', (byte) set});
        for (int at = 0; at < value.length(); at += set == 'C' ? 2 : 1) {
            data.write(set == 'C' ? Integer.parseInt(value.substring(at, at + 2)) : value.charAt(at));
        }
        raw(0x1D, 'h', 60, 0x1D, 'w', 2, 0x1D, 'k', 73, data.size());
        bytes.writeBytes(data.toByteArray());
        return this;
    }

    /// A barcode of `GS k` whose data are the characters.
    Paper barcode(int system, String value) {
        raw(0x1D, 'k', system, value.length());
        value.chars().forEach(bytes::write);
        return this;
    }

    /// A barcode of the older form of `GS k`, which a NUL ends.
    Paper oldBarcode(int system, String value) {
        raw(0x1D, 'k', system);
        value.chars().forEach(bytes::write);
        return raw(0);
    }

    /// A QR Code that the printer draws (`GS ( k`).
    Paper qr(String payload) {
        parts.add(Map.of("qr", payload));
        int length = payload.length() + 3;
        raw(0x1D, '(', 'k', 4, 0, 49, 65, 50, 0, 0x1D, '(', 'k', 3, 0, 49, 67, 5);
        raw(0x1D, '(', 'k', length & 0xFF, length >> 8, 49, 80, 48);
        payload.chars().forEach(bytes::write);
        return raw(0x1D, '(', 'k', 3, 0, 49, 81, 48);
    }

    /// The feed, and the cut where there is a blade.
    ///
    /// @return what the receipt shows: its lines and symbols, without commands
    List<Object> end() {
        raw(0x0A, 0x0A, 0x0A, 0x0A, 0x0A);
        if (columns > 32) {
            raw(0x1D, 'V', 66, 0);
        }
        List<Object> shown = parts;
        parts = new ArrayList<>();
        return shown;
    }

    /// The columns that a text takes.
    int width(String text) {
        return text.codePoints()
                .map(point -> encoding.wide() && wide(point) ? 2 : 1)
                .sum();
    }

    private static boolean wide(int point) {
        return point >= 0x1100 && point <= 0x115F
                || point >= 0x2E80 && point <= 0xD7A3
                || point >= 0xF900 && point <= 0xFAFF
                || point >= 0xFE30 && point <= 0xFE4F
                || point >= 0xFF00 && point <= 0xFF60
                || point >= 0xFFE0 && point <= 0xFFE6;
    }
}
