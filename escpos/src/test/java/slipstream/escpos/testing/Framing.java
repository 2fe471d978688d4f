package slipstream.escpos.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.command.CommandRow;
import slipstream.escpos.command.Grammar;

/// How a grammar cuts bytes into pieces: commands, and runs of text.
public final class Framing implements CommandSink {
    /// A piece of a stream.
    ///
    /// @param mnemonic the command's name in its table; `text` for text, `?` for a byte that no table knows
    /// @param whole false when the bytes broke off within it
    public record Piece(String mnemonic, int length, boolean whole) {
        @Override
        public String toString() {
            return mnemonic + " " + length + (whole ? "" : " …");
        }
    }

    private final List<Piece> pieces = new ArrayList<>();

    private Framing() {}

    /// The pieces of `bytes`.
    public static List<Piece> of(Grammar grammar, byte[] bytes) {
        var framing = new Framing();
        var decoder = new CommandDecoder(grammar, framing);
        decoder.feed(bytes, 0, bytes.length);
        if (decoder.held() > 0) {
            framing.pieces.add(new Piece("head", decoder.held(), false));
        }
        return framing.pieces;
    }

    /// The pieces' lengths, as a person reads them: `3`, or `2 + 1`.
    public static String lengths(Grammar grammar, byte[] bytes) {
        return of(grammar, bytes).stream()
                .map(piece -> piece.length() + (piece.whole() ? "" : "…"))
                .collect(Collectors.joining(" + "));
    }

    /// Whether `bytes` are one whole command, neither less nor more, whatever follows them.
    public static boolean isOneCommand(Grammar grammar, byte[] bytes) {
        byte[] followed = Arrays.copyOf(bytes, bytes.length + 1);
        followed[bytes.length] = 0x0A;
        List<Piece> pieces = of(grammar, followed);
        return pieces.size() == 2
                && pieces.getFirst().length() == bytes.length
                && pieces.getFirst().whole();
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        add("text", to - from, true);
    }

    @Override
    public void command(CommandRow row, byte[] bytes, int from, int to, long body) {
        add(row == null ? "?" : row.mnemonic(), to - from, body == 0);
    }

    @Override
    public void body(byte[] bytes, int from, int to) {
        Piece begun = pieces.removeLast();
        add(begun.mnemonic(), begun.length() + to - from, false);
    }

    @Override
    public void end() {
        Piece begun = pieces.removeLast();
        add(begun.mnemonic(), begun.length(), true);
    }

    @Override
    public void wire(byte[] bytes, int from, int to) {}

    private void add(String mnemonic, int length, boolean whole) {
        pieces.add(new Piece(mnemonic, length, whole));
    }
}
