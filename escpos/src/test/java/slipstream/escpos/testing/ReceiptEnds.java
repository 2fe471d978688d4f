package slipstream.escpos.testing;

import java.io.ByteArrayOutputStream;
import java.util.List;

/// Every way in which receipts end, as [Bytecode], after the last line's own line feed.
public final class ReceiptEnds {
    private ReceiptEnds() {}

    /// The ways that leave room for a block.
    public static final List<String> OPEN = List.of(
            "1D 56 00",
            "1D 56 30",
            "1D 56 01",
            "1D 56 31",
            "0A 0A 0A 1D 56 00",
            "1B 64 05 1D 56 01",
            "1B 4A 78 1D 56 00",
            "1D 56 41 10",
            "1D 56 42 00",
            "0A 1D 56 42 60",
            "1D 56 61 20",
            "1D 56 62 20",
            "1D 56 67 00",
            "1D 56 68 00",
            "1B 69",
            "1B 6D",
            "0A 0A 1B 6D",
            "1D 28 56 02 00 30 00",
            "1D 28 56 03 00 31 00 08",
            "1D 28 56 03 00 33 00 08",
            "1D 56 63 00 00 1D 56 6D",
            "1D 53",
            "1D 0C",
            "1C 28 4C 02 00 41 30",
            "1C 28 4C 02 00 42 31",
            "\"no line feed\" 1D 56 00",
            "1B 4C 1B 57 00 00 00 00 00 02 00 01 \"page\" 0C 1D 56 00",
            "1B 4C \"page\" 1B 0C 1B 53 0A 0A 1D 56 00",
            "1B 4C \"thrown away\" 1B 53 0A 1D 56 00",
            "1B 70 00 19 19 0A 0A 1D 56 00",
            "0A 0A 1D 56 00 1B 70 00 19 19",
            "0A 10 14 01 00 01 0A 1D 56 00",
            "0A 0A 1D 56 00 1D 72 01 1D 49 01 10 04 01",
            "0A 1D 72 01 0A 1D 56 00",
            "0A 0A 1D 56 00 1B 40 00 00 0A 0A",
            "0A 0A 1D 56 00 0A 0A 1D 56 00",
            "0A 0A 0A 0A 0A",
            "1B 64 04",
            "1B 61 01 1D 21 11 0A 1B 33 50 0A 0A 1D 56 00",
            "1D 4C 28 00 1D 57 40 00 \"narrow\" 0A 0A 1D 56 00",
            "1D 50 64 C8 1D 4C 28 00 1B 33 20 \"units\" 0A 0A 1D 56 00",
            "1B 7B 01 \"upside-down\" 0A 0A 1D 56 00",
            "1B 45 01 1D 42 01 1B 2D 02 \"loud\" 0A 0A 1D 56 00",
            "1D 76 30 00 02 00 02 00 FFFFFFFF 1D 76 30 00 02 00 02 00 FFFFFFFF 0A 0A 1D 56 00",
            "1B 33 18 1B 2A 21 02 00 FFFFFFFFFFFF 0A 1B 2A 21 02 00 FFFFFFFFFFFF 0A 1B 32 0A 0A 1D 56 00",
            "1D 3A \"macro\" 0A 1D 3A 1D 5E 01 00 00 0A 0A 1D 56 00",
            "\"shop\" 0A 0A 1B 6D \"customer\" 0A 0A 1B 69",
            "1B 3D 02 0C \"THANK YOU\" 0D 0A 1F 42 1B 3D 01 0A 0A 1D 56 00",
            "0A 0A 1D 56 00 1B 3D 02 0C \"NEXT, PLEASE\" 0D 0A 1B 3D 01",
            "1B 2A 72 41 1B 2A 72 45 31 00 62 01 00 FF 62 01 00 FF 1B 2A 72 42 0A 0A 1B 64 03",
            "1D 56 00 \"second\" 0A 0A 1D 56 00 \"third\" 0A 0A 1D 56 42 00");

    /// The ways of Star's raster mode, which leave none.
    public static final List<String> RASTER = List.of(
            "1B 2A 72 41 62 01 00 FF 62 01 00 FF 1B 0C 04 1B 2A 72 42",
            "1B 2A 72 52 1B 2A 72 41 1B 2A 72 50 30 00 62 02 00 F00F 1B 2A 72 59 34 30 00 1B 2A 72 42",
            "1B 2A 72 41 1B 2A 72 46 39 00 62 01 00 FF 1B 0C 00 62 01 00 FF 1B 0C 00 1B 2A 72 42",
            "1B 2A 72 41 62 01 00 FF 1B 0C 04 10 04 01 1B 2A 72 42 07",
            "1B 2A 72 41 62 01 00 FF");

    /// A job of some lines and one of the ends.
    public static byte[] job(String end) {
        var job = new ByteArrayOutputStream();
        job.writeBytes(Bytecode.of("1B 40 1B 61 01 \"SHOP\" 0A 1B 61 00 \"tea      3.00\" 0A \"total    3.00\" 0A"));
        job.writeBytes(Bytecode.of(end));
        return job.toByteArray();
    }
}
