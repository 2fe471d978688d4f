package slipstream.device.cli;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.function.Consumer;
import slipstream.device.report.Report;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.CommandRow;
import slipstream.escpos.command.Text;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.text.Letter;
import slipstream.escpos.text.TextDecoder;

/// Makes a line of each command; lines come in the order of the stream and leave out no byte.
final class Listing implements CommandSink {
    private static final int BODY_LIMIT = 8192;
    private static final int SHOWN = 8;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final String file;
    private final Consumer<Report.Decoded> next;
    private final CommandReader reader = new CommandReader(BODY_LIMIT, this::whole);
    private final TextDecoder letters = new TextDecoder();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private PrinterState state;
    private CommandRow row;
    private long offset;
    private long length;
    private long told;
    private boolean open;

    Listing(PrinterStream stream, Consumer<Report.Decoded> next) {
        file = stream.file();
        this.next = next;
        state = PrinterState.initial(stream.profile());
    }

    /// Nothing follows; the last `held` bytes begin a command that is not whole.
    void finish(int held) {
        reader.flush();
        if (open) {
            print("the stream ends in the middle of it: " + meaning());
        }
        if (held > 0) {
            next.accept(new Report.Decoded(file, told, held, "", "?", "the stream ends in the middle of a command"));
        }
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        closeBroken();
        told += to - from;
        reader.text(bytes, from, to);
    }

    @Override
    public void command(CommandRow command, byte[] bytes, int from, int to, long body) {
        closeBroken();
        reader.flush();
        row = command;
        offset = told;
        length = to - from;
        told += length;
        shown.reset();
        shown.write(bytes, from, to - from);
        open = true;
        reader.command(command, bytes, from, to, body);
    }

    @Override
    public void body(byte[] bytes, int from, int to) {
        length += to - from;
        told += to - from;
        if (shown.size() <= SHOWN) {
            shown.write(bytes, from, Math.min(to - from, SHOWN));
        }
        reader.body(bytes, from, to);
    }

    @Override
    public void end() {
        reader.end();
    }

    @Override
    public void wire(byte[] bytes, int from, int to) {}

    /// Data that tell their own end may turn out to be none.
    private void closeBroken() {
        if (open) {
            print(meaning());
        }
    }

    private void whole(Command command, long at) {
        if (command instanceof Text text) {
            byte[] bytes = text.bytes().toArray();
            String says = Letter.text(letters.decode(state, text.bytes()));
            next.accept(new Report.Decoded(file, at, bytes.length, hex(bytes, bytes.length), "text", quoted(says)));
        } else {
            letters.end();
            print(meaning());
        }
        state = state.after(command);
    }

    private void print(String meaning) {
        open = false;
        String mnemonic = row == null ? "?" : row.mnemonic();
        next.accept(new Report.Decoded(file, offset, length, hex(shown.toByteArray(), length), mnemonic, meaning));
    }

    private String meaning() {
        return row == null ? "unknown control code" : row.name();
    }

    private static String hex(byte[] bytes, long length) {
        int count = Math.min(bytes.length, SHOWN);
        String hex = HEX.formatHex(bytes, 0, count);
        return count < length ? hex + " …" : hex;
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
