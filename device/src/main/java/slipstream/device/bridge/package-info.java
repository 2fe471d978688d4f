/// The way from POS to printer and back: two straight lines, one of them decoded in passing.
///
/// [Bridge] accepts, [Session] is one connection of a POS, [PrinterLine] the one printer that all of them share,
/// [Guard] what keeps every byte safe from our own faults.
package slipstream.device.bridge;
