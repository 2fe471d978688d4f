package slipstream.device.config;

import slipstream.device.bridge.BridgeOptions;
import slipstream.device.claim.ClaimOptions;
import slipstream.device.claim.Till;
import slipstream.device.learn.TillRules;
import slipstream.device.port.PosPlace;
import slipstream.device.port.TcpPlace;

/// One printer of a box, and the POS that print on it.
///
/// @param name what logs and status call it, unlike all others of the box
/// @param bridge between what it stands
/// @param till the till's name and currency
/// @param claim what is printed where nobody can be asked who paid
/// @param rules what the till's receipts taught
public record LineConfig(String name, BridgeOptions bridge, Till till, ClaimOptions claim, TillRules rules) {
    /// Whether POS come in at the same place: not both lines can have it.
    public boolean sharesPlace(LineConfig other) {
        PosPlace here = bridge.listen();
        PosPlace there = other.bridge.listen();
        boolean chosen = here instanceof TcpPlace tcp && tcp.address().port() == 0;
        return here != null && there != null && !chosen && here.name().equals(there.name());
    }
}
