package slipstream.escpos.inject;

import java.io.ByteArrayOutputStream;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.command.CommandRow;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.testing.Bytecode;

/// Makes of any stream one whose sender has made settings for QR Codes, which print nothing by themselves.
final class SymbolSettings implements CommandSink {
    /// Model 1, modules of 5 dots, level H, and data to print.
    static final byte[] COMMANDS =
            Bytecode.of("1D 28 6B 04 00 31 41 31 00 1D 28 6B 03 00 31 43 05 1D 28 6B 03 00 31 45 33"
                    + "1D 28 6B 08 00 31 50 30 \"12345\"");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private boolean reset;

    /// The stream with settings at its beginning and after each `ESC @`.
    static byte[] insertedInto(byte[] stream) {
        var settings = new SymbolSettings();
        settings.out.writeBytes(COMMANDS);
        new CommandDecoder(Grammar.ESC_POS, settings).feed(stream, 0, stream.length);
        return settings.out.toByteArray();
    }

    @Override
    public void command(CommandRow row, byte[] bytes, int from, int to, long body) {
        reset = row != null && row.mnemonic().equals("ESC @");
    }

    @Override
    public void wire(byte[] bytes, int from, int to) {
        out.write(bytes, from, to - from);
        if (reset) {
            reset = false;
            out.writeBytes(COMMANDS);
        }
    }

    @Override
    public void text(byte[] bytes, int from, int to) {}

    @Override
    public void body(byte[] bytes, int from, int to) {}

    @Override
    public void end() {}
}
