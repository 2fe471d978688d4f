package slipstream.escpos.receipt;

import slipstream.escpos.command.Mark;

/// The rows of Star's raster mode since the last end: one picture.
final class RowPicture {
    private long offset;
    private int width;
    private int rows;
    private boolean shows;

    /// Adds a row, which begins at `begin` in the stream.
    void add(Mark.Row row, long begin) {
        offset = shows ? offset : begin;
        shows = true;
        width = Math.max(width, row.data().length() * 8);
        rows = Math.clamp((long) rows + row.feedRows(), 0, Integer.MAX_VALUE);
    }

    /// Whether any row has come.
    boolean shows() {
        return shows;
    }

    /// The picture, which is no longer here then.
    Element.Picture take() {
        var picture = new Element.Picture(offset, width, Math.max(1, rows));
        width = 0;
        rows = 0;
        shows = false;
        return picture;
    }
}
