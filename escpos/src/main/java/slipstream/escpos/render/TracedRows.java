package slipstream.escpos.render;

/// Rows of paper and the command that drew in them.
///
/// @param from the first row
/// @param to the row after the last
/// @param offset where the command begins, in bytes from the start of the stream; -1 when nobody told
/// @param mnemonic the command's name in the manual; `text` for text
public record TracedRows(int from, int to, long offset, String mnemonic) {
    TracedRows moved(int rows) {
        return new TracedRows(from + rows, to + rows, offset, mnemonic);
    }
}
