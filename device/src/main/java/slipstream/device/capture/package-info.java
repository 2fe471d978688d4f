/// What a technician may look at of what passes: masked before anybody sees it.
///
/// [Tap] takes what passes off the print path and gives it to those who look, [MaskedStream] takes the secrets out of
/// it, [Captures] keeps it in files for a while where a technician asks for that, [Recording] reads such a file again.
package slipstream.device.capture;
