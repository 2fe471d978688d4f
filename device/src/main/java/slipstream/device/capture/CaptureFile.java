package slipstream.device.capture;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import slipstream.cloudlink.protocol.JsonMessage;
import slipstream.device.bridge.Onlooker.Passage;
import slipstream.device.reference.Mask;
import slipstream.device.report.Captured;

/// One connection on its way into a file: only what is masked gets there, in the order in which it passed.
final class CaptureFile implements Tap.View, MaskedStream.Next {
    private static final JsonMessage<Captured.Head> HEAD = JsonMessage.of(Captured.Head.class);
    private static final JsonMessage<Captured.Chunk> CHUNK = JsonMessage.of(Captured.Chunk.class);
    private static final String POS = "pos";

    /// What comes within this time is one chunk.
    private static final long TOGETHER_US = 1_000;

    /// What passed and waits until the bytes before it are masked; `answer` is null where the POS spoke.
    private static final class Waiting {
        private final long micros;
        private final byte[] answer;
        private int length;

        Waiting(long micros, byte[] answer, int length) {
            this.micros = micros;
            this.answer = answer;
            this.length = length;
        }
    }

    private final Writer out;
    private final LongConsumer written;
    private final Consumer<IOException> failed;
    private final MaskedStream masked;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long last;

    /// @param file is not there yet
    /// @param written told of each number of bytes that go to the disk
    /// @param failed told when the disk takes no more
    CaptureFile(
            Path file,
            Captured.Head head,
            MaskedStream.Maker stream,
            LongConsumer written,
            Consumer<IOException> failed)
            throws IOException {
        this.written = written;
        this.failed = failed;
        masked = stream.make(this);
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner);
        out = new BufferedWriter(new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
        line(HEAD.write(head));
        flush();
    }

    @Override
    public void passed(Passage where, byte[] bytes, long micros) {
        last = micros;
        switch (where) {
            case FROM_POS -> {
                Waiting before = waiting.peekLast();
                if (before != null && before.answer == null && micros - before.micros < TOGETHER_US) {
                    before.length += bytes.length;
                } else {
                    waiting.addLast(new Waiting(micros, null, bytes.length));
                }
                masked.feed(bytes, 0, bytes.length);
            }
            case FROM_PRINTER -> {
                waiting.addLast(new Waiting(micros, bytes.clone(), 0));
                answers();
            }
            case TO_PRINTER -> {}
        }
    }

    @Override
    public void masked(byte[] bytes, boolean receipt) {
        int at = 0;
        while (at < bytes.length) {
            answers();
            Waiting next = waiting.getFirst();
            int length = Math.min(next.length, bytes.length - at);
            line(CHUNK.write(
                    new Captured.Chunk(next.micros, POS, HexFormat.of().formatHex(bytes, at, at + length), null)));
            at += length;
            taken(next, length);
        }
        answers();
        flush();
    }

    @Override
    public void leftOut(long bytes) {
        long left = bytes;
        long micros = last;
        while (left > 0) {
            answers();
            Waiting next = waiting.getFirst();
            micros = next.micros;
            int length = (int) Math.min(next.length, left);
            left -= length;
            taken(next, length);
        }
        line(CHUNK.write(new Captured.Chunk(micros, POS, null, bytes)));
        answers();
        flush();
    }

    @Override
    public void over(boolean whole) {
        try (out) {
            if (whole) {
                masked.finish();
            } else {
                masked.breakOff();
            }
            waiting.removeIf(one -> one.answer == null);
            answers();
            line(CHUNK.write(new Captured.Chunk(last, whole ? "end" : "broken", null, null)));
        } catch (IOException e) {
            failed.accept(e);
        }
    }

    private void taken(Waiting from, int length) {
        from.length -= length;
        if (from.length == 0) {
            waiting.removeFirst();
        }
    }

    /// Writes what the printer said before the POS goes on.
    private void answers() {
        while (!waiting.isEmpty() && waiting.getFirst().answer != null) {
            Waiting said = waiting.removeFirst();
            byte[] shown = Mask.digits(new String(said.answer, StandardCharsets.ISO_8859_1))
                    .getBytes(StandardCharsets.ISO_8859_1);
            line(CHUNK.write(
                    new Captured.Chunk(said.micros, "printer", HexFormat.of().formatHex(shown), null)));
        }
    }

    private void line(String json) {
        try {
            out.write(json + "\n");
            written.accept(json.length() + 1L);
        } catch (IOException e) {
            failed.accept(e);
        }
    }

    private void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            failed.accept(e);
        }
    }
}
