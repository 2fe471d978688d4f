/// USB, at both ends: a printer behind the kernel's `usblp`, and the box as a printer by its `f_printer` gadget.
package slipstream.device.port.usb;
