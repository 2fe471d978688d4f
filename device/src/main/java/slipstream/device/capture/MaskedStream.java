package slipstream.device.capture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import slipstream.device.reference.Mask;
import slipstream.device.reference.Secrets;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.CommandRow;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.command.Text;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.receipt.ReceiptReader;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.text.Letter;
import slipstream.escpos.text.TextDecoder;

/// Takes the secrets out of a stream to a printer, and leaves its commands and its layout as they are.
///
/// Card numbers, payment codes and numbers of people keep their last four digits, as [Secrets] finds them; a byte
/// stands for a byte. What pictures and symbols show cannot be masked and is blanked, unless it is wanted. A number may
/// go on in a later line, so nothing is told before its receipt is over. Memory is bounded: a receipt of more than
/// 1 MiB is left out. Not safe for use by two threads at once.
public final class MaskedStream {
    /// The longest receipt, in bytes.
    public static final int MOST_BYTES = 1 << 20;

    private static final int MOST_ELEMENTS = 4096;
    private static final byte MASK = '#';

    /// A full-width `#` in UTF-8, for a full-width digit.
    private static final byte[] WIDE_MASK = {(byte) 0xEF, (byte) 0xBC, (byte) 0x83};

    /// Makes a stream whose bytes go on to `next`.
    interface Maker {
        /// The stream.
        MaskedStream make(Next next);
    }

    /// Takes what was masked.
    public interface Next {
        /// The next bytes of the stream, up to the end of a receipt or of the stream.
        ///
        /// @param receipt whether a receipt that shows something is among them
        void masked(byte[] bytes, boolean receipt);

        /// So many bytes are left out: their receipt is too long.
        void leftOut(long bytes);
    }

    /// A run of text and the state in which the printer gets it.
    private record Span(long offset, PrinterState state, Text text) {}

    /// What a symbol says, from `from` on, and what may stand there.
    private record Blank(long from, ByteArrayOutputStream bytes) {}

    private final boolean pictures;
    private final Next next;
    private final ReceiptReader receipts;
    private final CommandReader commands = new CommandReader(1 << 16, this::command);
    private final CommandDecoder decoder;
    private final Payload payload = new Payload();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final List<Span> spans = new ArrayList<>();
    private final List<Blank> symbols = new ArrayList<>();
    private long told;
    private long begin;
    private long leftOut;
    private Receipt ended;

    /// @param initial what state the printer is in
    /// @param pictures whether pictures and symbols are kept as they are
    public MaskedStream(PrinterState initial, boolean pictures, Next next) {
        this.pictures = pictures;
        this.next = next;
        receipts = new ReceiptReader(initial, receipt -> ended = receipt);
        decoder = new CommandDecoder(
                Grammar.named(initial.profile().dialect()), CommandSink.both(new Keeping(), commands));
    }

    /// A stream to a printer of `profile`.
    ///
    /// @param fresh whether nothing has been said to it before
    public static PrinterState initial(PrinterProfile profile, boolean fresh) {
        return fresh ? PrinterState.initial(profile) : PrinterState.unknown(profile);
    }

    /// The next bytes.
    public void feed(byte[] bytes, int from, int to) {
        decoder.feed(bytes, from, to);
        if (ended != null && decoder.atBoundary()) {
            tell();
        }
    }

    /// The stream is over.
    public void finish() {
        if (ended != null) {
            tell();
        }
        decoder.release();
        commands.flush();
        receipts.end(Receipt.Ending.END_OF_STREAM);
        tell();
    }

    /// What follows is not known: the receipt under way is left out, for a number in it may be cut in two.
    public void breakOff() {
        if (ended != null) {
            tell();
        }
        long bytes = leftOut + kept.size();
        if (bytes > 0) {
            next.leftOut(bytes);
        }
        forget();
    }

    private void command(Command command, long offset) {
        if (command instanceof Text text) {
            spans.add(new Span(offset, receipts.state(), text));
        }
        receipts.accept(command, offset);
    }

    private void tell() {
        byte[] bytes = kept.toByteArray();
        if (leftOut > 0) {
            next.leftOut(leftOut + bytes.length);
        } else if (bytes.length > 0) {
            mask(bytes);
            next.masked(bytes, ended != null);
        }
        forget();
    }

    private void forget() {
        kept.reset();
        spans.clear();
        symbols.clear();
        ended = null;
        leftOut = 0;
        begin = told;
    }

    private void mask(byte[] bytes) {
        spans.forEach(span -> maskAscii(bytes, span));
        if (ended == null) {
            return;
        }
        List<Element> elements = ended.elements();
        List<Element> masked = new ArrayList<>(elements);
        new Secrets().mask(masked);
        boolean all = elements.size() >= MOST_ELEMENTS;
        for (int i = 0; i < masked.size(); i++) {
            if (masked.get(i) instanceof Element.Line line && !line.equals(elements.get(i))) {
                all |= !mask(bytes, (Element.Line) elements.get(i), line);
            }
        }
        if (all) {
            spans.forEach(span -> hideDigits(bytes, span));
        }
        for (int i = 0; i < masked.size(); i++) {
            if (masked.get(i) instanceof Element.Symbol symbol && !symbol.equals(elements.get(i))) {
                symbols.forEach(blank -> put(bytes, blank));
            }
        }
    }

    /// What a run of bytes says by itself, wherever it is shown: on paper, on a display, in a macro.
    private void maskAscii(byte[] bytes, Span span) {
        String is = span.text().bytes().text(StandardCharsets.ISO_8859_1);
        String masked = Mask.secrets(is);
        for (int i = 0; i < is.length(); i++) {
            if (is.charAt(i) != masked.charAt(i)) {
                hide(bytes, span.offset() + i, 1);
            }
        }
    }

    /// @return whether every letter's bytes were found
    private boolean mask(byte[] bytes, Element.Line was, Element.Line is) {
        boolean found = true;
        for (int i = 0; i < was.runs().size(); i++) {
            Element.Run run = was.runs().get(i);
            String masked = is.runs().get(i).text();
            if (!masked.equals(run.text())) {
                found &= mask(bytes, run, masked);
            }
        }
        return found;
    }

    private boolean mask(byte[] bytes, Element.Run run, String masked) {
        Span span = spans.stream()
                .filter(one -> one.offset() <= run.offset()
                        && run.offset() < one.offset() + one.text().bytes().length())
                .findFirst()
                .orElse(null);
        if (span == null) {
            return false;
        }
        int at = 0;
        for (Letter letter : new TextDecoder().decode(span.state(), span.text().bytes())) {
            String text = Character.toString(letter.codePoint());
            long offset = span.offset() + letter.offset();
            if (offset >= run.offset() && at < masked.length()) {
                if (!run.text().startsWith(text, at)) {
                    return false;
                }
                if (!masked.startsWith(text, at)) {
                    hide(bytes, offset, letter.length());
                }
                at += text.length();
            }
        }
        return at == masked.length();
    }

    /// Where a letter of a number cannot be found again, no digit of its receipt stays.
    private void hideDigits(byte[] bytes, Span span) {
        for (int i = 0; i < span.text().bytes().length(); i++) {
            if (Character.isDigit(span.text().bytes().at(i))) {
                hide(bytes, span.offset() + i, 1);
            }
        }
    }

    private void hide(byte[] bytes, long offset, int length) {
        int at = Math.toIntExact(offset - begin);
        if (length == WIDE_MASK.length) {
            System.arraycopy(WIDE_MASK, 0, bytes, at, length);
        } else {
            Arrays.fill(bytes, at, at + length, MASK);
        }
    }

    private void put(byte[] bytes, Blank blank) {
        byte[] blanked = blank.bytes().toByteArray();
        System.arraycopy(blanked, 0, bytes, Math.toIntExact(blank.from() - begin), blanked.length);
    }

    /// Keeps what comes, blanked where it can be at once. Hears of everything before the receipt shows it.
    private final class Keeping implements CommandSink {
        @Override
        public void text(byte[] bytes, int from, int to) {
            between();
            keep(bytes, from, to);
        }

        @Override
        public void command(CommandRow row, byte[] bytes, int from, int to, long body) {
            between();
            keep(bytes, from, to);
            payload.begin(row, bytes, from, to, body);
            if (body != 0 && payload.symbol()) {
                symbols.add(new Blank(told, new ByteArrayOutputStream()));
            }
        }

        @Override
        public void body(byte[] bytes, int from, int to) {
            byte[] blanked = new byte[to - from];
            for (int i = 0; i < blanked.length; i++) {
                blanked[i] = payload.blank(bytes[from + i]);
            }
            if (pictures && payload.symbol() && leftOut == 0) {
                symbols.getLast().bytes().writeBytes(blanked);
            }
            if (pictures) {
                keep(bytes, from, to);
            } else {
                keep(blanked, 0, blanked.length);
            }
        }

        /// A receipt that has ended is whole before what comes next.
        private void between() {
            if (ended != null) {
                tell();
            }
        }

        private void keep(byte[] bytes, int from, int to) {
            told += to - from;
            if (leftOut == 0 && kept.size() + to - from <= MOST_BYTES) {
                kept.write(bytes, from, to - from);
            } else {
                leftOut += kept.size() + to - from;
                kept.reset();
                spans.clear();
                symbols.clear();
            }
        }

        @Override
        public void end() {}

        @Override
        public void wire(byte[] bytes, int from, int to) {}
    }
}
