/// What ports on files of the system have in common: [PolledPort] reads and writes by polling, [DeviceListener]
/// makes a device that is always the one POS a place where POS come from, [DeviceConnector] one that is the printer.
/// [StatusMirror] brings to the POS what the printer says of itself beside its bytes.
package slipstream.device.port.device;
