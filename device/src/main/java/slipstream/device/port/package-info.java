/// Lines to a POS or a printer, whatever they are made of: blocking reads and writes.
///
/// [Port] is the one interface; [TcpPort] is its kind for raw TCP, as printers speak it on port 9100.
package slipstream.device.port;
