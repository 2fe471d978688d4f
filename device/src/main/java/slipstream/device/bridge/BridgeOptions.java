package slipstream.device.bridge;

import java.time.Duration;
import slipstream.device.port.Address;
import slipstream.escpos.profile.PrinterProfile;

/// How a bridge works.
///
/// @param listen where the POS finds it; port 0 lets the system choose
/// @param printer where the printer is
/// @param profile what the printer can do
/// @param budget how long the end of a receipt may wait for an answer, from its first waiting byte; default 250 ms
/// @param idle how long the line is quiet after a receipt without a cut; default 2 s, 5 s where there is a cutter
/// @param patience how long a POS waits for a printer that cannot be reached; default 60 s
/// @param drain how long a printer may be silent, after its last job, before it is let go; default 2 s
public record BridgeOptions(
        Address listen,
        Address printer,
        PrinterProfile profile,
        Duration budget,
        Duration idle,
        Duration patience,
        Duration drain) {

    /// Options with the defaults.
    public static BridgeOptions of(Address listen, Address printer, PrinterProfile profile) {
        return new BridgeOptions(
                listen,
                printer,
                profile,
                Duration.ofMillis(250),
                profile.cutter() ? Duration.ofSeconds(5) : Duration.ofSeconds(2),
                Duration.ofSeconds(60),
                Duration.ofSeconds(2));
    }

    /// The same with another budget.
    public BridgeOptions withBudget(Duration other) {
        return new BridgeOptions(listen, printer, profile, other, idle, patience, drain);
    }

    /// The same with another idle time.
    public BridgeOptions withIdle(Duration other) {
        return new BridgeOptions(listen, printer, profile, budget, other, patience, drain);
    }

    /// The same with another patience.
    public BridgeOptions withPatience(Duration other) {
        return new BridgeOptions(listen, printer, profile, budget, idle, other, drain);
    }

    /// The same with another drain time.
    public BridgeOptions withDrain(Duration other) {
        return new BridgeOptions(listen, printer, profile, budget, idle, patience, other);
    }
}
