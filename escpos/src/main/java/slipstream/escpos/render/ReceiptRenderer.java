package slipstream.escpos.render;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.command.Text;
import slipstream.escpos.profile.PrinterProfile;

/// Receipts as bitmaps, one for each that the printer would cut off.
///
/// A cut ends a receipt when something was printed since the cut before; so does the end of the stream. Text
/// that no line feed has printed by then is taken for printed, unless it is all there is after a cut. The paper
/// ends where it passed the print line: the way from there to the blade is not drawn. Memory stays
/// bounded whatever a stream declares: a receipt has at most 60,000 rows ([Bitmap#droppedRows] tells of more),
/// and of receipts that nobody takes away at most 64 MB are kept ([#droppedReceipts]). Not safe for use by two
/// threads at once.
public final class ReceiptRenderer {
    /// The longest body worth keeping, in bytes: more rows than a receipt may have, at 80 mm.
    public static final int BODY_LIMIT = 8 << 20;

    private static final long KEPT_LIMIT = 64 << 20;

    private final Trace trace;
    private final Typesetter typesetter;
    private final List<Bitmap> receipts = new ArrayList<>();
    private long keptBytes;
    private int dropped;

    /// A renderer that keeps the receipts.
    public ReceiptRenderer(PrinterProfile profile) {
        this(profile, Paper.RECEIPTS, new Trace(false), null);
    }

    /// A renderer that hands each receipt to `next` once it is cut off.
    public ReceiptRenderer(PrinterProfile profile, Consumer<Bitmap> next) {
        this(profile, Paper.RECEIPTS, new Trace(false), piece -> next.accept(piece.bitmap()));
    }

    /// A renderer that hands each piece of paper to `next`, and which command drew which rows of it.
    public ReceiptRenderer(PrinterProfile profile, Paper paper, Consumer<Piece> next) {
        this(profile, paper, new Trace(true), next);
    }

    private ReceiptRenderer(PrinterProfile profile, Paper paper, Trace trace, Consumer<Piece> next) {
        this.trace = trace;
        var glyphs = new GlyphDrawer();
        var sheet = new PaperSheet(profile, glyphs, paper, trace, next == null ? this::keep : next);
        typesetter = new Typesetter(profile, sheet, new PageSheet(profile, glyphs, sheet, trace), glyphs);
    }

    /// Prints the next command.
    public void accept(Command command) {
        typesetter.accept(command);
    }

    /// Prints the next command; the trace will name it so.
    ///
    /// @param offset where it begins, in bytes from the start of the stream
    /// @param mnemonic its name in the manual, or `text`
    public void accept(Command command, long offset, String mnemonic) {
        trace.command(offset, mnemonic);
        typesetter.accept(command);
    }

    /// Ends the last receipt.
    public void finish() {
        typesetter.finish();
    }

    /// The receipts so far.
    public List<Bitmap> receipts() {
        return List.copyOf(receipts);
    }

    /// How many receipts were not kept because there were too many.
    public int droppedReceipts() {
        return dropped;
    }

    /// The receipts of a whole stream, which stays open.
    public static List<Bitmap> render(InputStream in, PrinterProfile profile) throws IOException {
        var renderer = new ReceiptRenderer(profile);
        read(in, profile, renderer::accept);
        renderer.finish();
        return renderer.receipts();
    }

    /// Hands each receipt of a whole stream to `next`. The stream stays open.
    public static void render(InputStream in, PrinterProfile profile, Consumer<Bitmap> next) throws IOException {
        var renderer = new ReceiptRenderer(profile, next);
        read(in, profile, renderer::accept);
        renderer.finish();
    }

    /// Hands each piece of paper of a whole stream to `next`, with its trace. The stream stays open.
    public static void pieces(InputStream in, PrinterProfile profile, Paper paper, Consumer<Piece> next)
            throws IOException {
        var renderer = new ReceiptRenderer(profile, paper, next);
        readNamed(in, profile, renderer::accept);
        renderer.finish();
    }

    static void read(InputStream in, PrinterProfile profile, Consumer<Command> next) throws IOException {
        readNamed(in, profile, (command, offset, mnemonic) -> next.accept(command));
    }

    private static void readNamed(InputStream in, PrinterProfile profile, Named next) throws IOException {
        CommandReader reader = new Naming(next).reader;
        var decoder = new CommandDecoder(Grammar.named(profile.dialect()), reader);
        byte[] bytes = new byte[1 << 16];
        for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
            decoder.feed(bytes, 0, count);
        }
        reader.flush();
    }

    /// Who takes commands with their names.
    @FunctionalInterface
    private interface Named {
        void command(Command command, long offset, String mnemonic);
    }

    private static final class Naming {
        private final CommandReader reader = new CommandReader(BODY_LIMIT, this::command);
        private final Named next;

        Naming(Named next) {
            this.next = next;
        }

        private void command(Command command, long offset) {
            next.command(command, offset, mnemonic(command));
        }

        private String mnemonic(Command command) {
            return command instanceof Text
                    ? "text"
                    : reader.row() == null ? "?" : reader.row().mnemonic();
        }
    }

    private void keep(Piece piece) {
        Bitmap receipt = piece.bitmap();
        if (keptBytes + receipt.dots().length > KEPT_LIMIT) {
            dropped++;
        } else {
            keptBytes += receipt.dots().length;
            receipts.add(receipt);
        }
    }
}
