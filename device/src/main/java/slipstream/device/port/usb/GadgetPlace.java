package slipstream.device.port.usb;

import java.io.IOException;
import java.nio.file.Path;
import slipstream.device.port.PosListener;
import slipstream.device.port.PosPlace;
import slipstream.device.port.device.DeviceListener;
import slipstream.device.port.system.Descriptor;
import slipstream.device.port.system.ErrorNumber;
import slipstream.device.port.system.SystemException;

/// The POS at a USB gadget of this machine, to which it is a printer. It comes when the POS has set up its printer.
///
/// @param path the gadget, as `/dev/g_printer0`
public record GadgetPlace(Path path) implements PosPlace {
    @Override
    public PosListener open() {
        return new DeviceListener(name(), () -> open(path));
    }

    @Override
    public String name() {
        return "gadget:" + path;
    }

    private static GadgetPort open(Path path) throws IOException {
        try {
            return new GadgetPort(Descriptor.open(path), path.toString());
        } catch (SystemException e) {
            throw new IOException(
                    switch (e.number()) {
                        case ErrorNumber.ENOENT -> "the gadget is not set up: slipstream-gadget up";
                        case ErrorNumber.ENODEV, ErrorNumber.ENXIO ->
                            "no POS has set up its printer: cable out, POS off or asleep";
                        case ErrorNumber.EBUSY -> "another program has it open";
                        case ErrorNumber.EACCES -> "this user may not open it; its udev rule gives it to slipstream";
                        default -> e.getMessage();
                    },
                    e);
        }
    }
}
