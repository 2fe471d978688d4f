package slipstream.device.picture;

/// Who takes the rows of pictures, from the top.
interface RowSink {
    /// The next row: `length` bytes from `from`, the highest bit left. The array is lent for the call only.
    void row(byte[] bytes, int from, int length);

    /// White rows.
    void white(int rows);
}
