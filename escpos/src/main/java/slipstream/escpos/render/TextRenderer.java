package slipstream.escpos.render;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import slipstream.escpos.command.Command;
import slipstream.escpos.profile.PrinterProfile;

/// Receipts as plain text: a line for each printed line, columns kept by spaces, `[image 384x120]` for an image,
/// `[QR Code "https://…"]` for a symbol.
///
/// Receipts are those of [ReceiptRenderer]. Not safe for use by two threads at once.
public final class TextRenderer {
    private final Typesetter typesetter;

    /// A renderer that hands each receipt to `next` once it is cut off, its lines ended by `\n`.
    public TextRenderer(PrinterProfile profile, Consumer<String> next) {
        var paper = new TextSheet(next);
        typesetter = new Typesetter(profile, paper, new TextPage(profile, paper), new GlyphDrawer());
    }

    /// Prints the next command.
    public void accept(Command command) {
        typesetter.accept(command);
    }

    /// Ends the last receipt.
    public void finish() {
        typesetter.finish();
    }

    /// The receipts of a whole stream, which stays open.
    public static List<String> render(InputStream in, PrinterProfile profile) throws IOException {
        List<String> receipts = new ArrayList<>();
        render(in, profile, receipts::add);
        return receipts;
    }

    /// Hands each receipt of a whole stream to `next`. The stream stays open.
    public static void render(InputStream in, PrinterProfile profile, Consumer<String> next) throws IOException {
        var renderer = new TextRenderer(profile, next);
        ReceiptRenderer.read(in, profile, renderer::accept);
        renderer.finish();
    }
}
