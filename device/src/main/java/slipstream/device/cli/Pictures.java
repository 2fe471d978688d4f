package slipstream.device.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import slipstream.escpos.render.Piece;
import slipstream.escpos.render.Png;

/// Pieces of paper as PNG: `OUT.png`, or `OUT-1.png`, `OUT-2.png` … when there are several.
final class Pictures {
    /// Told of each picture once it is written.
    interface Listener {
        /// The picture number `number`, from 1 on, is at `path`.
        void written(int number, Path path, Piece piece);
    }

    private final Path output;
    private final Listener listener;
    private Piece first;
    private int count;

    Pictures(Path output, Listener listener) {
        this.output = output;
        this.listener = listener;
    }

    /// Takes the next piece; the first waits until it is known whether there is a second.
    void take(Piece piece) {
        count++;
        if (count == 1) {
            first = piece;
            return;
        }
        if (first != null) {
            write(1, numbered(1), first);
            first = null;
        }
        write(count, numbered(count), piece);
    }

    /// No more comes.
    void finish() {
        if (first != null) {
            write(1, output, first);
            first = null;
        }
    }

    /// How many there were.
    int count() {
        return count;
    }

    private Path numbered(int number) {
        String name = output.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return output.resolveSibling(
                dot <= 0 ? name + "-" + number : name.substring(0, dot) + "-" + number + name.substring(dot));
    }

    private void write(int number, Path path, Piece piece) {
        try (OutputStream out = Files.newOutputStream(path)) {
            Png.write(piece.bitmap(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener.written(number, path, piece);
    }
}
