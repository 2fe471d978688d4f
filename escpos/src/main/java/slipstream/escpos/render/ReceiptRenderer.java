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
import slipstream.escpos.profile.PrinterProfile;

/// Receipts as bitmaps, one for each that the printer would cut off.
///
/// A cut ends a receipt when something was printed since the cut before; so does the end of the stream. The
/// paper ends where it passed the print line: the way from there to the blade is not drawn. Memory stays
/// bounded whatever a stream declares: a receipt has at most 60,000 rows ([Bitmap#droppedRows] tells of more),
/// and of receipts that nobody takes away at most 64 MB are kept ([#droppedReceipts]). Not safe for use by two
/// threads at once.
public final class ReceiptRenderer {
    /// The longest body worth keeping, in bytes: more rows than a receipt may have, at 80 mm.
    public static final int BODY_LIMIT = 8 << 20;

    private static final long KEPT_LIMIT = 64 << 20;

    private final Typesetter typesetter;
    private final List<Bitmap> receipts = new ArrayList<>();
    private long keptBytes;
    private int dropped;

    /// A renderer that keeps the receipts.
    public ReceiptRenderer(PrinterProfile profile) {
        var glyphs = new GlyphDrawer();
        typesetter = new Typesetter(
                profile, new PaperSheet(profile, glyphs, this::keep), new PageSheet(profile, glyphs), glyphs);
    }

    /// A renderer that hands each receipt to `next` once it is cut off.
    public ReceiptRenderer(PrinterProfile profile, Consumer<Bitmap> next) {
        var glyphs = new GlyphDrawer();
        typesetter =
                new Typesetter(profile, new PaperSheet(profile, glyphs, next), new PageSheet(profile, glyphs), glyphs);
    }

    /// Prints the next command.
    public void accept(Command command) {
        typesetter.accept(command);
    }

    /// Ends the last receipt. What is still in the line buffer stays unprinted.
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
        read(in, renderer::accept);
        renderer.finish();
        return renderer.receipts();
    }

    /// Hands each receipt of a whole stream to `next`. The stream stays open.
    public static void render(InputStream in, PrinterProfile profile, Consumer<Bitmap> next) throws IOException {
        var renderer = new ReceiptRenderer(profile, next);
        read(in, renderer::accept);
        renderer.finish();
    }

    static void read(InputStream in, Consumer<Command> next) throws IOException {
        var reader = new CommandReader(BODY_LIMIT, (command, offset) -> next.accept(command));
        var decoder = new CommandDecoder(Grammar.ESC_POS, reader);
        byte[] bytes = new byte[1 << 16];
        for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
            decoder.feed(bytes, 0, count);
        }
        reader.flush();
    }

    private void keep(Bitmap receipt) {
        if (keptBytes + receipt.dots().length > KEPT_LIMIT) {
            dropped++;
        } else {
            keptBytes += receipt.dots().length;
            receipts.add(receipt);
        }
    }
}
