package slipstream.device.capture;

import io.avaje.json.JsonException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import slipstream.cloudlink.protocol.JsonMessage;
import slipstream.device.report.Captured;

/// A capture file, read again.
///
/// @param chunks what the POS sent and the printer said, in the order of its time
/// @param leftOut how many bytes are not in it, because their receipt was too long
/// @param whole whether it goes up to the connection's end
public record Recording(Captured.Head head, List<Chunk> chunks, long leftOut, boolean whole) {
    private static final JsonMessage<Captured.Head> HEAD = JsonMessage.of(Captured.Head.class);
    private static final JsonMessage<Captured.Chunk> CHUNK = JsonMessage.of(Captured.Chunk.class);

    /// Keeps a copy of the list.
    public Recording {
        chunks = List.copyOf(chunks);
    }

    /// Bytes that passed together.
    ///
    /// @param micros when, since the first
    /// @param pos whether the POS sent them; else the printer did
    /// @param hex the bytes, in hexadecimal
    public record Chunk(long micros, boolean pos, String hex) {
        /// The bytes.
        public byte[] bytes() {
            return HexFormat.of().parseHex(hex);
        }
    }

    /// Reads the file at `path`.
    ///
    /// @throws IOException when it is no capture; the message is a sentence
    public static Recording read(Path path) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(path);
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file " + path + ", expected a capture.", e);
        } catch (MalformedInputException e) {
            throw new IOException(path + " is no capture: its first line is no text.", e);
        }
        int at = 1;
        try {
            Captured.Head head = HEAD.read(lines.isEmpty() ? "" : lines.getFirst());
            if (head.slipstreamCapture() != Captured.VERSION) {
                throw new IOException(path + " is no capture of version " + Captured.VERSION + ".");
            }
            List<Chunk> chunks = new ArrayList<>();
            long leftOut = 0;
            boolean whole = false;
            for (String line : lines.subList(1, lines.size())) {
                at++;
                Captured.Chunk chunk = CHUNK.read(line);
                leftOut += chunk.leftOut() == null ? 0 : chunk.leftOut();
                whole |= chunk.from().equals("end");
                if (chunk.hex() != null) {
                    HexFormat.of().parseHex(chunk.hex());
                    chunks.add(new Chunk(chunk.us(), chunk.from().equals("pos"), chunk.hex()));
                }
            }
            return new Recording(head, chunks, leftOut, whole);
        } catch (JsonException | IllegalArgumentException | NullPointerException e) {
            throw new IOException(path + ", line " + at + " is none of a capture's.", e);
        }
    }

    /// What the POS sent.
    public byte[] sent() {
        var sent = new ByteArrayOutputStream();
        chunks.stream().filter(Chunk::pos).forEach(chunk -> sent.writeBytes(chunk.bytes()));
        return sent.toByteArray();
    }
}
