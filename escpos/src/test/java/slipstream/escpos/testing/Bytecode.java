package slipstream.escpos.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.state.PrinterState;

/// Streams written as people read them, and what they lead to.
public final class Bytecode {
    private Bytecode() {}

    /// The bytes of `1B 61 01 "text" 0A`: hexadecimal, and characters between double quotes.
    public static byte[] of(String text) {
        var bytes = new ByteArrayOutputStream();
        String[] parts = text.split("\"", -1);
        for (int i = 0; i < parts.length; i++) {
            bytes.writeBytes(
                    i % 2 == 0
                            ? HexFormat.of().parseHex(parts[i].replaceAll("\\s", ""))
                            : parts[i].getBytes(StandardCharsets.ISO_8859_1));
        }
        return bytes.toByteArray();
    }

    /// The state of a printer after `stream`.
    public static PrinterState after(PrinterState before, byte[] stream) {
        var state = new PrinterState[] {before};
        var reader = new CommandReader(1 << 20, (command, offset) -> state[0] = state[0].after(command));
        new CommandDecoder(Grammar.ESC_POS, reader).feed(stream, 0, stream.length);
        reader.flush();
        return state[0];
    }
}
