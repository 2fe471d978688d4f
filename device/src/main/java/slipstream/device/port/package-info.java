/// Lines to a POS or a printer, whatever they are made of: blocking reads and writes.
///
/// [Port] is a line that is open. A [PosPlace] becomes a [PosListener], which gives the lines of POS; a
/// [PrinterConnector] opens those to a printer. [Ports] reads both from text. [TcpPlace], [TcpConnector] and [TcpPort]
/// are their kinds for raw TCP, as printers speak it on port 9100; the other kinds have packages below this one.
package slipstream.device.port;
