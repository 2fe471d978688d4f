package slipstream.device.printer;

import java.util.function.BiConsumer;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.render.Bitmap;
import slipstream.escpos.render.ReceiptRenderer;
import slipstream.escpos.render.TextRenderer;

/// What comes over one connection of a virtual printer: printed twice, as a picture and as text, and answered.
final class Job {
    private final ReceiptRenderer pictures;
    private final TextRenderer texts;
    private final CommandReader reader = new CommandReader(ReceiptRenderer.BODY_LIMIT, this::print);
    private final CommandDecoder decoder;
    private final BiConsumer<Bitmap, String> next;
    private String text;

    /// @param next takes each receipt as soon as it is cut off
    Job(PrinterProfile profile, HealthyAnswers.Line line, BiConsumer<Bitmap, String> next) {
        this.next = next;
        texts = new TextRenderer(profile, printed -> text = printed);
        pictures = new ReceiptRenderer(profile, this::cutOff);
        decoder = new CommandDecoder(
                Grammar.named(profile.dialect()), CommandSink.both(reader, new HealthyAnswers(line)));
    }

    void feed(byte[] bytes, int from, int to) {
        decoder.feed(bytes, from, to);
    }

    /// Nothing follows.
    void finish() {
        reader.flush();
        texts.finish();
        pictures.finish();
    }

    private void print(Command command, long offset) {
        texts.accept(command);
        pictures.accept(command);
    }

    private void cutOff(Bitmap picture) {
        String printed = text == null ? "" : text;
        text = null;
        next.accept(picture, printed);
    }
}
