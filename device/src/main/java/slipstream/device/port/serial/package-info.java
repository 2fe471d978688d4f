/// RS-232: a line to a POS or to a printer, with the handshake carried from one end to the other.
///
/// [SerialSettings] is how it is set, [SerialLine] the line, [Modem] its control lines, [Termios] what the kernel is
/// told.
package slipstream.device.port.serial;
