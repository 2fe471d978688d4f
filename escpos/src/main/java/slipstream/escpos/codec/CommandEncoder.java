package slipstream.escpos.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import slipstream.escpos.command.Bytes;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Cut;
import slipstream.escpos.command.Mark;
import slipstream.escpos.command.Setting;
import slipstream.escpos.command.Text;

/// Values to the bytes that tell a printer of them: of several spellings the one that most printers know.
///
/// Decoding what was encoded gives the values back. What a printer would not take, or not as one command, is refused
/// with an [IllegalArgumentException] whose message is a sentence. Not safe for use by two threads at once.
public final class CommandEncoder {
    private static final int ESC = 0x1B;
    private static final int FS = 0x1C;
    private static final int GS = 0x1D;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /// An encoder that has nothing yet.
    public CommandEncoder() {}

    /// The bytes of `commands`, in order.
    public static byte[] bytes(Command... commands) {
        var encoder = new CommandEncoder();
        for (Command command : commands) {
            encoder.add(command);
        }
        return encoder.toByteArray();
    }

    /// Adds a command, and returns this.
    public CommandEncoder add(Command command) {
        switch (command) {
            case Text text -> put(text.bytes());
            case Setting setting -> new SettingEncoder(this).add(setting);
            case Mark mark -> mark(mark);
            case Cut cut -> cut(cut);
            case Command.RealTime realTime -> put(realTime.head());
            case Command.Unrecognized unrecognized -> put(unrecognized.head());
            case Command.Other other -> put(other.head());
            case Command.Elided elided ->
                throw new IllegalArgumentException(elided.row().mnemonic() + " was not kept whole: "
                        + elided.bodyBytes() + " bytes of it are missing.");
        }
        return this;
    }

    /// What has been added so far.
    public byte[] toByteArray() {
        return out.toByteArray();
    }

    private void mark(Mark mark) {
        switch (mark) {
            case Mark.LineFeed ignored -> put(0x0A);
            case Mark.CarriageReturn ignored -> put(0x0D);
            case Mark.FormFeed ignored -> put(0x0C);
            case Mark.PrintPage ignored -> put(ESC, 0x0C);
            case Mark.Tab ignored -> put(0x09);
            case Mark.Feed feed -> put(ESC, feed.units() < 0 ? 'K' : 'J', u8(Math.abs(feed.units()), "feed"));
            case Mark.FeedLines feed -> put(ESC, feed.lines() < 0 ? 'e' : 'd', u8(Math.abs(feed.lines()), "lines"));
            case Mark.MoveTo move -> put(ESC, '$').putU16(move.units());
            case Mark.MoveBy move -> put(ESC, '\\').putU16(move.units() & 0xFFFF);
            case Mark.PageMove move -> put(GS, move.relative() ? '\\' : '$').putU16(move.units() & 0xFFFF);
            case Mark.LineStart start -> put(GS, 'T', start.n());
            case Mark.ColumnImage image -> columns(image);
            case Mark.Raster raster -> raster(raster);
            case Mark.Row row -> row(row);
            case Mark.RasterEnd end -> put(ESC, 0x0C, end.n());
            case Mark.PrintGraphics ignored -> group('L', Bytes.EMPTY, 48, 50);
            case Mark.PrintImage image -> put(GS, '/', image.mode());
            case Mark.PrintNvImage image -> put(FS, 'p', image.n(), image.mode());
            case Mark.PrintKeyedGraphics image ->
                group(
                        'L',
                        Bytes.EMPTY,
                        48,
                        image.nonVolatile() ? 69 : 85,
                        image.key1(),
                        image.key2(),
                        image.scaleX(),
                        image.scaleY());
            case Mark.Barcode barcode ->
                put(GS, 'k', 65 + barcode.system(), u8(barcode.data().length(), "barcode length"))
                        .put(barcode.data());
            case Mark.PrintSymbol symbol -> group('k', Bytes.EMPTY, symbol.cn(), 81, 48);
            case Mark.Drawing drawing -> put(drawing.head()).put(drawing.body());
        }
    }

    private void columns(Mark.ColumnImage image) {
        int bytesPerColumn = image.mode() == 32 || image.mode() == 33 ? 3 : 1;
        whole("ESC *", image.data(), (long) image.columns() * bytesPerColumn);
        put(ESC, '*', image.mode()).putU16(image.columns()).put(image.data());
    }

    private void raster(Mark.Raster raster) {
        whole("GS v 0", raster.data(), (long) raster.widthBytes() * raster.rows());
        int mode = raster.scaleX() - 1 | raster.scaleY() - 1 << 1;
        put(GS, 'v', '0', mode)
                .putU16(raster.widthBytes())
                .putU16(raster.rows())
                .put(raster.data());
    }

    private void row(Mark.Row row) {
        if (row.feedRows() > 1 && row.data().length() == 0) {
            put(ESC, '*', 'r', 'Y').put(number(row.feedRows())).put(0);
        } else if (row.feedRows() > 1) {
            throw new IllegalArgumentException("A row of dots goes on by one row, not " + row.feedRows() + ".");
        } else {
            put(row.feedRows() == 1 ? 'b' : 'k').putU16(row.data().length()).put(row.data());
        }
    }

    private void cut(Cut cut) {
        if (cut.obsolete()) {
            put(ESC, 'i');
            return;
        }
        int hanging = cut.full() ? 0 : 1;
        switch (cut.form()) {
            case HERE -> put(GS, 'V', hanging);
            case FEED -> put(GS, 'V', 65 + hanging, u8(cut.feedUnits(), "feed"));
            case RESERVED -> put(GS, 'V', 97 + hanging, u8(cut.feedUnits(), "feed"));
        }
    }

    /// A number in digits.
    static Bytes number(int n) {
        return Bytes.copy(Integer.toString(n).getBytes(StandardCharsets.US_ASCII));
    }

    CommandEncoder put(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    CommandEncoder put(Bytes bytes) {
        out.writeBytes(bytes.toArray());
        return this;
    }

    CommandEncoder putU16(int value) {
        return put(atMost(0xFFFF, value, "number") & 0xFF, value >> 8);
    }

    /// `GS ( cc pL pH parameters data`, or `GS 8 L` for graphics that need it.
    CommandEncoder group(int cc, Bytes data, int... parameters) {
        int length = parameters.length + data.length();
        if (length > 0xFFFF && cc == 'L') {
            put(GS, '8', 'L').putU16(length & 0xFFFF).putU16(length >>> 16);
        } else {
            put(GS, '(', cc).putU16(atMost(0xFFFF, length, "length of GS ( " + (char) cc));
        }
        return put(parameters).put(data);
    }

    static int u8(int value, String what) {
        return atMost(0xFF, value, what);
    }

    static void whole(String mnemonic, Bytes data, long declared) {
        if (data.length() != declared) {
            throw new IllegalArgumentException(
                    mnemonic + " of " + declared + " bytes has " + data.length() + " bytes of data.");
        }
    }

    private static int atMost(int most, int value, String what) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException("A " + what + " of " + value + " is outside 0 to " + most + ".");
        }
        return value;
    }
}
