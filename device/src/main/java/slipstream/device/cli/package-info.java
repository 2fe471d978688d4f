/// The technician's command line, and the wiring of the running box.
///
/// [Main] is `slipstream`; [Box] wires what lives as long as the box.
package slipstream.device.cli;
