/// What the simulators of the platforms have in common: codes of OAuth, the phone that scans, the delivery of
/// notices, the ports they answer at.
package slipstream.cloudlink.service.gateway.simulator;
