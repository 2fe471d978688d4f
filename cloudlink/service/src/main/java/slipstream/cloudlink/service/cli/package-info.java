/// The command line `slipstream-service`: serve, simulate, administer.
package slipstream.cloudlink.service.cli;
