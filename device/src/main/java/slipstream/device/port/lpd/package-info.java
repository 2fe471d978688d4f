/// The line printer daemon protocol (RFC 1179), as a network printer speaks it on port 515: each data file is a
/// line of its own, whose sender gets its acknowledgement once the printer has the bytes.
package slipstream.device.port.lpd;
