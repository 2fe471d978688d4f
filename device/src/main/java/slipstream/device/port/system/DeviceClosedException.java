package slipstream.device.port.system;

import java.io.IOException;

/// The file was closed by this process.
public final class DeviceClosedException extends IOException {
    private static final long serialVersionUID = 1;

    /// Made by whoever finds the file closed.
    public DeviceClosedException() {
        super("the line is closed");
    }
}
