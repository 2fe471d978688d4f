package slipstream.device.picture;

/// Counts the rows of a receipt's pictures on their way: the paper cannot end before they are printed.
final class PaperRows implements RowSink {
    private final RowSink next;
    private long since;
    private long count;

    PaperRows(RowSink next) {
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int from, int length) {
        if (count == 0) {
            since = System.nanoTime();
        }
        count++;
        next.row(bytes, from, length);
    }

    @Override
    public void white(int rows) {
        next.white(rows);
    }

    /// When the first row came, as [System#nanoTime] counts.
    long since() {
        return since;
    }

    /// How many there were.
    long count() {
        return count;
    }

    /// The next row is another receipt's first.
    void begin() {
        count = 0;
    }
}
