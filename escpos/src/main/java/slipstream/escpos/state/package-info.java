/// The state a printer is left in by the commands it has carried out.
///
/// [PrinterState] is immutable; `after(command)` is the state once the printer has done it. Start there.
package slipstream.escpos.state;
