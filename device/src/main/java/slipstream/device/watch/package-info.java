/// Whether the box is alive, and who is told.
///
/// [Progress] knows whether the threads of the print path get on; [Heartbeat] looks at it and beats only as long as
/// they do: for the service manager, by [ServiceManager], and for whatever else wants the beat, as the pulses that hold
/// the bypass relay. Nothing here is on a receipt's way.
package slipstream.device.watch;
