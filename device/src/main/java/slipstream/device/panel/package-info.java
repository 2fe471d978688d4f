/// The box's face: lamps, a button, a buzzer, and the pulses that hold the bypass relay.
///
/// [Panel] is what the box tells; [GpioPanel] is one on the pins of a Raspberry Pi, through Pi4J, and [Panel#NONE] the
/// one of a box that has none. A panel is never on a receipt's way and never a reason not to print: whatever fails in
/// it ends the panel, with one line in the log. Pins that are low, floating or without power mean bypass.
package slipstream.device.panel;
