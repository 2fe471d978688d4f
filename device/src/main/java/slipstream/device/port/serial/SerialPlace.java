package slipstream.device.port.serial;

import slipstream.device.port.PosListener;
import slipstream.device.port.PosPlace;
import slipstream.device.port.device.DeviceListener;

/// The POS at a serial line.
///
/// @param settings which line, and how it is set
public record SerialPlace(SerialSettings settings) implements PosPlace {
    @Override
    public PosListener open() {
        return new DeviceListener(name(), () -> SerialLines.open(settings, Side.POS));
    }

    @Override
    public String name() {
        return settings.toString();
    }
}
