package slipstream.escpos.inject;

/// The pairs of bytes that printers obey wherever they stand, also in the middle of an image: `DLE EOT`,
/// `DLE ENQ`, `DLE ACK`, `DLE DC4`.
final class RealTimeBytes {
    private RealTimeBytes() {}

    static boolean in(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == 0x10 && isFunction(bytes[i + 1])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFunction(byte b) {
        return b == 0x04 || b == 0x05 || b == 0x06 || b == 0x14;
    }
}
