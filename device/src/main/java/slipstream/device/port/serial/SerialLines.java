package slipstream.device.port.serial;

import java.io.IOException;
import slipstream.device.port.device.DeviceConnector;
import slipstream.device.port.system.Descriptor;
import slipstream.device.port.system.ErrorNumber;
import slipstream.device.port.system.SystemException;

/// Opens serial lines of this machine.
public final class SerialLines {
    private SerialLines() {}

    /// The printer at a serial line.
    public static DeviceConnector<?> connector(SerialSettings settings) {
        return new DeviceConnector<SerialLine>(
                settings.toString(),
                settings.baud(),
                () -> open(settings, Side.PRINTER),
                line -> line.flatMap(SerialLine::status));
    }

    static SerialLine open(SerialSettings settings, Side side) throws IOException {
        try {
            return SerialLine.on(Descriptor.open(settings.device()), settings, side);
        } catch (SystemException e) {
            throw new IOException(
                    switch (e.number()) {
                        case ErrorNumber.ENOENT, ErrorNumber.ENXIO, ErrorNumber.ENODEV -> "its adapter is unplugged";
                        case ErrorNumber.ENOTTY -> "it is no serial line";
                        case ErrorNumber.EBUSY -> "another program has it open";
                        case ErrorNumber.EACCES -> "this user may not open it; its group is dialout";
                        default -> e.getMessage();
                    },
                    e);
        }
    }
}
