package slipstream.device.page;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import slipstream.device.bridge.Onlooker.Passage;
import slipstream.device.capture.MaskedStream;
import slipstream.device.capture.Tap;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.render.Bitmap;
import slipstream.escpos.render.Png;
import slipstream.escpos.render.ReceiptRenderer;

/// The last receipts of each line as they went to the printer, masked, in memory only. Safe for any thread.
///
/// At most 20 a line, of at most 64 kB each, packed; a longer one is left out.
public final class Gallery implements Tap.Viewer {
    /// The most receipts of a line.
    static final int MOST = 20;

    private static final int MOST_BYTES = 64 * 1024;

    /// A receipt that passed.
    ///
    /// @param number its own among all
    /// @param packed its masked bytes
    record Kept(long number, Instant at, PrinterProfile profile, byte[] packed) {
        /// Its picture, PNG.
        byte[] picture() throws IOException {
            var png = new ByteArrayOutputStream();
            try (var stream = new InflaterInputStream(new ByteArrayInputStream(packed))) {
                List<Bitmap> receipts = ReceiptRenderer.render(stream, profile);
                if (!receipts.isEmpty()) {
                    Png.write(receipts.getFirst(), png);
                }
            }
            return png.toByteArray();
        }
    }

    private final Clock clock;
    private final Map<String, Deque<Kept>> lines = new TreeMap<>();
    private long last;

    /// Nothing is kept yet.
    public Gallery(Clock clock) {
        this.clock = clock;
    }

    /// The last receipts of a line, the newest first.
    synchronized List<Kept> of(String line) {
        return List.copyOf(lines.getOrDefault(line, new ArrayDeque<>()));
    }

    synchronized Optional<Kept> find(long number) {
        return lines.values().stream()
                .flatMap(Deque::stream)
                .filter(kept -> kept.number() == number)
                .findFirst();
    }

    private synchronized void keep(Tap.Connection connection, byte[] packed) {
        Deque<Kept> line = lines.computeIfAbsent(connection.line(), ignored -> new ArrayDeque<>());
        line.addFirst(new Kept(++last, clock.instant(), connection.profile(), packed));
        if (line.size() > MOST) {
            line.removeLast();
        }
    }

    @Override
    public Tap.View begin(Tap.Connection connection) {
        var masked = new MaskedStream(
                MaskedStream.initial(connection.profile(), connection.fresh()), false, new MaskedStream.Next() {
                    @Override
                    public void masked(byte[] bytes, boolean receipt) {
                        byte[] packed = packed(bytes);
                        if (receipt && packed.length <= MOST_BYTES) {
                            keep(connection, packed);
                        }
                    }

                    @Override
                    public void leftOut(long bytes) {}
                });
        return new Tap.View() {
            @Override
            public void passed(Passage where, byte[] bytes, long micros) {
                if (where == Passage.TO_PRINTER) {
                    masked.feed(bytes, 0, bytes.length);
                }
            }

            @Override
            public void over(boolean whole) {
                if (whole) {
                    masked.finish();
                }
            }
        };
    }

    @Override
    public synchronized void removed() {
        lines.clear();
    }

    private static byte[] packed(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
