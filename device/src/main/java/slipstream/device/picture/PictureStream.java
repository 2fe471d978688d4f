package slipstream.device.picture;

import java.util.function.Consumer;
import java.util.function.Supplier;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.command.CommandRow;

/// Watches one stream for pictures. For the one thread that feeds it.
public final class PictureStream implements CommandSink {
    private final Supplier<Reading> readings;
    private final Consumer<Reading> begun;
    private final PaperRows paper = new PaperRows(new BandFinder(this::band));
    private final Strips strips = new Strips(paper);
    private Reading reading;

    PictureStream(Supplier<Reading> readings, Consumer<Reading> begun) {
        this.readings = readings;
        this.begun = begun;
    }

    /// The receipt is over: what shows from here on is of the next one.
    public void receiptEnded() {
        strips.over();
        if (reading != null) {
            reading.end(paper.since(), paper.count());
            reading = null;
        }
        paper.begin();
    }

    private void band(Band band) {
        if (reading == null) {
            reading = readings.get();
            begun.accept(reading);
        }
        reading.add(band);
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        strips.text(bytes, from, to);
    }

    @Override
    public void command(CommandRow row, byte[] bytes, int from, int to, long body) {
        strips.command(row, bytes, from, to, body);
    }

    @Override
    public void body(byte[] bytes, int from, int to) {
        strips.body(bytes, from, to);
    }

    @Override
    public void end() {
        strips.end();
    }

    @Override
    public void wire(byte[] bytes, int from, int to) {}
}
