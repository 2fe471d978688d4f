package slipstream.escpos.symbol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import slipstream.escpos.command.Bytes;

/// The data of a two-dimensional symbol.
public final class Payload {
    private Payload() {}

    /// What a scanner shows: UTF-8 where the bytes are, else a character a byte.
    public static String text(Bytes data) {
        byte[] bytes = data.toArray();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
