package slipstream.device.port.serial;

/// Who is at the other end of a serial line.
enum Side {
    POS,
    PRINTER
}
