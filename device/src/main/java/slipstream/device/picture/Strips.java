package slipstream.device.picture;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.command.Bytes;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.CommandRow;
import slipstream.escpos.command.Mark;
import slipstream.escpos.command.Setting;
import slipstream.escpos.command.Text;

/// Joins the strips of which senders make pictures: rasters (`GS v 0`, `GS Q 0`, Star's `ESC GS S`) row by row as
/// their bytes come, columns (`ESC *`) at their line feed, the rows of Star's raster mode, stored graphics (`GS ( L`,
/// `GS 8 L`, also by key, `GS *`) when they are printed. What a printer keeps for ever (`FS q`) is a logo.
///
/// A line feed directly behind a strip only ends the strip; a feed by dots gives white rows where it is longer than
/// the strip is high. Text between pictures parts them. Called by the thread that feeds the decoder.
final class Strips implements CommandSink {
    /// A row of more dots than any receipt printer has is no row.
    private static final int MOST_DOTS = 2048;

    /// The longest body to keep of what is not read row by row.
    private static final int BODY_LIMIT = 1 << 20;

    private static final int MOST_KEYED = 4;
    private static final int KEYED_HEAD = 9;

    /// So many white rows part what stands above from what stands below.
    private static final int APART = 24;

    private final RowSink rows;
    private final CommandReader reader = new CommandReader(BODY_LIMIT, (command, offset) -> carriedOut(command));
    private final ColumnLine columns;
    private RasterRows raster;
    private Setting.StoreGraphics graphics;
    private Setting.DefineImage downloaded;
    private final Map<Integer, Bytes> keyed = new LinkedHashMap<>();
    private byte[] under = {};
    private int stripRows;

    Strips(RowSink rows) {
        this.rows = rows;
        columns = new ColumnLine(MOST_DOTS, rows);
    }

    /// What was sent is over: a receipt's end, or the stream's.
    void over() {
        reader.flush();
        columns.print();
        stripRows = 0;
        rows.white(APART);
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        reader.text(bytes, from, to);
    }

    @Override
    public void command(CommandRow row, byte[] bytes, int from, int to, long body) {
        raster = null;
        if (row != null && RasterRows.is(row.mnemonic())) {
            reader.flush();
            columns.print();
            raster = RasterRows.of(Bytes.copy(bytes, from, to), MOST_DOTS, rows);
            stripRows = raster.height();
        } else {
            reader.command(row, bytes, from, to, body);
        }
    }

    @Override
    public void body(byte[] bytes, int from, int to) {
        if (raster == null) {
            reader.body(bytes, from, to);
        } else {
            raster.take(bytes, from, to);
        }
    }

    @Override
    public void end() {
        if (raster == null) {
            reader.end();
        }
        raster = null;
    }

    @Override
    public void wire(byte[] bytes, int from, int to) {}

    private void carriedOut(Command command) {
        switch (command) {
            case Text ignored -> apart();
            case Mark mark -> mark(mark);
            case Setting.StoreGraphics stored -> graphics = stored;
            case Setting.DefineImage image -> downloaded = image;
            case Setting.DefineGraphics define -> define(define.parameters());
            default -> {}
        }
    }

    private void mark(Mark mark) {
        switch (mark) {
            case Mark.ColumnImage image -> stripRows = columns.add(image);
            case Mark.MoveTo move -> columns.moveTo(move.units());
            case Mark.MoveBy move -> columns.moveTo(columns.x() + move.units());
            case Mark.LineFeed ignored -> feed(stripRows == 0 ? APART : stripRows);
            case Mark.Feed feed -> feed(feed.units());
            case Mark.FeedLines feed -> feed(stripRows + (feed.lines() - 1) * APART);
            case Mark.PrintGraphics ignored -> graphics();
            case Mark.PrintKeyedGraphics print -> keyed(print);
            case Mark.PrintImage image -> downloaded(image.mode());
            case Mark.Row row -> row(row);
            case Mark.CarriageReturn ignored -> {}
            default -> apart();
        }
    }

    /// The paper moves by `dots`, of which the strip just printed takes its height.
    private void feed(int dots) {
        columns.print();
        rows.white(Math.clamp((long) dots - stripRows, 0, APART));
        stripRows = 0;
    }

    private void apart() {
        columns.print();
        rows.white(APART);
        stripRows = 0;
    }

    private void graphics() {
        if (graphics == null || graphics.width() > MOST_DOTS) {
            return;
        }
        columns.print();
        if (graphics.column()) {
            columns.add(graphics.data(), graphics.width(), (graphics.height() + 7) / 8, 1, 1);
            columns.print();
            stripRows = graphics.height();
        } else {
            raster(graphics.data(), graphics.width(), graphics.height(), graphics.scaleX(), graphics.scaleY());
        }
    }

    private void raster(Bytes data, int width, int height, int scaleX, int scaleY) {
        var raster = new RasterRows((width + 7) / 8, scaleX, scaleY, height, rows);
        raster.take(data.toArray(), 0, data.length());
        stripRows = raster.height();
    }

    /// Graphics by key: `a kc1 kc2 b xL xH yL yH c d…`.
    private void define(Bytes parameters) {
        if (parameters.length() > KEYED_HEAD && parameters.u16(4) <= MOST_DOTS) {
            if (keyed.size() >= MOST_KEYED) {
                keyed.remove(keyed.keySet().iterator().next());
            }
            keyed.put(parameters.u16(1), parameters);
        }
    }

    private void keyed(Mark.PrintKeyedGraphics print) {
        Bytes kept = keyed.get(print.key1() | print.key2() << 8);
        if (kept == null) {
            apart();
            return;
        }
        columns.print();
        int scaleX = Math.clamp(print.scaleX(), 1, 2);
        int scaleY = Math.clamp(print.scaleY(), 1, 2);
        raster(kept.from(KEYED_HEAD), kept.u16(4), kept.u16(6), scaleX, scaleY);
    }

    /// A row of Star's raster mode; one that does not go on is printed over by the next.
    private void row(Mark.Row row) {
        columns.print();
        byte[] dots = row.data().toArray();
        byte[] both = Arrays.copyOf(dots, Math.min(MOST_DOTS / 8, Math.max(dots.length, under.length)));
        for (int i = 0; i < under.length; i++) {
            both[i] |= under[i];
        }
        under = row.feedRows() == 0 ? both : new byte[0];
        if (row.feedRows() > 0) {
            rows.row(both, 0, both.length);
            rows.white(Math.min(APART, row.feedRows() - 1));
        }
    }

    private void downloaded(int mode) {
        if (downloaded != null) {
            columns.print();
            columns.add(downloaded.data(), downloaded.x() * 8, downloaded.y(), 1 + (mode & 1), 1 + (mode >> 1 & 1));
            columns.print();
            stripRows = downloaded.y() * 8;
        }
    }
}
