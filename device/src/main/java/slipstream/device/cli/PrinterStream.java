package slipstream.device.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.profile.PrinterProfile;

/// What was sent to a printer, and to which: every command that looks into a stream reads it so.
///
/// @param file as it was named; `-` for standard input
/// @param profile the printer
/// @param in the bytes, from the first on
record PrinterStream(String file, PrinterProfile profile, InputStream in) implements Closeable {
    private static final int SLICE = 64 * 1024;

    /// Takes the slices of a stream.
    interface Slices {
        /// The next bytes, from `from` to `to`.
        void take(byte[] bytes, int from, int to) throws IOException;
    }

    /// Reads all of it, slice by slice.
    void read(Slices slices) throws IOException {
        byte[] bytes = new byte[SLICE];
        for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
            slices.take(bytes, 0, length);
        }
    }

    /// Decodes all of it in the printer's dialect, or in the one that it turns out to speak.
    ///
    /// @return the decoder, which tells the dialect, and how many bytes of an unfinished command it holds
    CommandDecoder decode(CommandSink sink) throws IOException {
        var decoder = new CommandDecoder(Grammar.named(profile.dialect()), sink);
        read(decoder::feed);
        return decoder;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
