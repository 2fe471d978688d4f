package slipstream.device.doctor;

import slipstream.device.port.PosPlace;

/// Where the POS comes from when that is no TCP port of the box's own: only the POS can show that it works.
///
/// @param place as the configuration names it
record OtherPosPlace(PosPlace place) implements Check {
    @Override
    public Finding find() {
        return Finding.ok(
                PosPort.LINK, "The POS comes by " + place.name() + "; that it reaches the box shows when it prints.");
    }
}
