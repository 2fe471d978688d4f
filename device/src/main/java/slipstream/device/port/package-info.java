/// Lines to a POS or a printer, whatever they are made of: blocking reads and writes.
///
/// [Port] is a line that is open. A [PosPlace] becomes a [PosListener], which gives the lines of POS; a
/// [PrinterConnector] opens those to a printer. [TcpPlace], [TcpConnector] and [TcpPort] are their kinds for raw TCP,
/// as printers speak it on port 9100.
package slipstream.device.port;
