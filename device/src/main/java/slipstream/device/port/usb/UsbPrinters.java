package slipstream.device.port.usb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import slipstream.device.port.LineStatus;
import slipstream.device.port.device.DeviceConnector;
import slipstream.device.port.system.Descriptor;
import slipstream.device.port.system.ErrorNumber;
import slipstream.device.port.system.SystemException;

/// USB printers of this machine.
public final class UsbPrinters {
    private static final Path CLASS = Path.of("/sys/class/usbmisc");

    private UsbPrinters() {}

    /// The printer at `path`: `/dev/usb/lp0`, or a link to such a device that udev keeps.
    ///
    /// @param reads whether it is listened to; false for the few that stop printing then
    public static DeviceConnector<?> connector(Path path, boolean reads) {
        return new DeviceConnector<UsbPrinterPort>(
                reads ? path.toString() : "usb:" + path + ",no-reads",
                () -> open(path, reads),
                port -> port.isEmpty() && Files.notExists(path)
                        ? Optional.of(LineStatus.AWAY)
                        : port.flatMap(UsbPrinterPort::status));
    }

    /// The IEEE 1284 device id, as `MFG:EPSON;MDL:TM-T88V;…`, that the printer at `path` gave when it was plugged in;
    /// nothing when it gave none.
    public static Optional<String> deviceId(Path path) {
        return deviceId(path, CLASS);
    }

    static Optional<String> deviceId(Path path, Path deviceClass) {
        try {
            Path id = deviceClass.resolve(path.toRealPath().getFileName()).resolve("device/ieee1284_id");
            return Optional.of(Files.readString(id, StandardCharsets.ISO_8859_1).strip())
                    .filter(text -> !text.isEmpty());
        } catch (IOException ignored) {
            return Optional.empty();
        }
    }

    private static UsbPrinterPort open(Path path, boolean reads) throws IOException {
        try {
            return new UsbPrinterPort(Descriptor.open(path), path.toString(), reads);
        } catch (SystemException e) {
            throw new IOException(
                    switch (e.number()) {
                        case ErrorNumber.ENOENT, ErrorNumber.ENXIO, ErrorNumber.ENODEV ->
                            "it is switched off or unplugged";
                        case ErrorNumber.EBUSY -> "another program has it open; CUPS and ipp-usb must not be installed";
                        case ErrorNumber.EACCES -> "this user may not open it; its group is lp";
                        default -> e.getMessage();
                    },
                    e);
        }
    }
}
