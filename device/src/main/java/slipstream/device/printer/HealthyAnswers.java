package slipstream.device.printer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.command.CommandRow;

/// Answers the questions in a stream as a TM-T20II with paper, closed cover and no errors does (TM command
/// reference, "DLE EOT", "GS r", "GS I", "GS a", "GS ( H").
final class HealthyAnswers implements CommandSink {
    private static final int MOST_BODY = 64;

    /// Takes answers.
    interface Line {
        /// Sends the bytes back.
        void answer(byte... bytes);
    }

    private final Line line;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private boolean response;

    HealthyAnswers(Line line) {
        this.line = line;
    }

    @Override
    public void command(CommandRow row, byte[] bytes, int from, int to, long declared) {
        response = false;
        if (row == null || to - from < 3) {
            return;
        }
        int n = bytes[from + 2] & 0xFF;
        switch (row.mnemonic()) {
            case "DLE EOT" -> line.answer((byte) (n == 1 ? 0x16 : 0x12));
            case "GS r" -> line.answer((byte) 0);
            case "GS I" -> identify(n);
            case "GS a" -> {
                if (n != 0) {
                    line.answer((byte) 0x14, (byte) 0, (byte) 0, (byte) 0x0F);
                }
            }
            case "GS ( H" -> {
                response = true;
                body.reset();
            }
            default -> {}
        }
    }

    private void identify(int n) {
        switch (n) {
            case 1, 49 -> line.answer((byte) 0x63);
            case 2, 50 -> line.answer((byte) 0x02);
            case 3, 51 -> line.answer((byte) 0x10);
            case 65 -> block("1.00");
            case 66 -> block("SLIPSTREAM");
            case 67 -> block("TM-T20II");
            case 68 -> block("VIRTUAL01");
            case 69 -> block("");
            default -> {}
        }
    }

    private void block(String text) {
        byte[] bytes = new byte[text.length() + 2];
        bytes[0] = 0x5F;
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, bytes, 1, text.length());
        line.answer(bytes);
    }

    @Override
    public void body(byte[] bytes, int from, int to) {
        if (response && body.size() < MOST_BODY) {
            body.write(bytes, from, to - from);
        }
    }

    /// The process identifier comes back once everything before it is printed.
    @Override
    public void end() {
        byte[] asked = body.toByteArray();
        if (response && asked.length >= 6 && asked[0] == 48) {
            line.answer((byte) 0x37, (byte) 0x22, asked[2], asked[3], asked[4], asked[5], (byte) 0);
        }
        response = false;
    }

    @Override
    public void text(byte[] bytes, int from, int to) {}

    @Override
    public void wire(byte[] bytes, int from, int to) {}
}
