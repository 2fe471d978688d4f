package slipstream.device.doctor;

import java.nio.file.Files;
import java.nio.file.Path;

/// A device that POS or printer are at: there, and this user may read and write it. It is not opened: that would wake
/// what is at its other end.
///
/// @param link of the chain
/// @param key under which it is configured
record DeviceFile(String link, String key, Path device) implements Check {
    @Override
    public Finding find() {
        if (!Files.exists(device)) {
            return Finding.broken(link, device + " is not there.", missing());
        }
        if (Files.isDirectory(device)) {
            return Finding.broken(link, device + " is a directory, expected a device.", "set " + key + " to a device.");
        }
        if (!Files.isReadable(device) || !Files.isWritable(device)) {
            return Finding.broken(
                    link,
                    "The user " + System.getProperty("user.name") + " may not read and write " + device + ".",
                    Machine.join(device));
        }
        return Finding.ok(link, device + " is there, and this user may use it.");
    }

    private String missing() {
        String name = device.toString();
        if (name.contains("/usb/lp")) {
            return "see that the printer is on and its USB cable in: ls /dev/usb; lsusb; then see " + key + ".";
        }
        if (name.contains("g_printer")) {
            return "set the USB device side up: sudo systemctl start slipstream-gadget; then see " + key + ".";
        }
        return "see that the adapter is in: ls /dev/serial/by-id; then see " + key + ".";
    }
}
