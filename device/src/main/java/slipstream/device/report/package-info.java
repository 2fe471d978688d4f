/// What commands print for programs: the objects of `--json`.
package slipstream.device.report;
