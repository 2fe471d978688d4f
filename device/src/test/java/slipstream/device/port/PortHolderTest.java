package slipstream.device.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortHolderTest {
    @Test
    void whoListensIsFound() throws IOException {
        int port;
        try (var listener = new ServerSocket(0)) {
            port = listener.getLocalPort();
            assertEquals(
                    Optional.of(ProcessHandle.current().pid()),
                    PortHolder.of(port).map(PortHolder::pid));
        }
        assertEquals(Optional.empty(), PortHolder.of(port));
    }

    @Test
    void aRunningBoxIsKnownByItsCommand() {
        assertTrue(new PortHolder(7, "java -m slipstream.device/slipstream.device.cli.Main bridge --config a").isBox());
        assertFalse(new PortHolder(7, "java -m slipstream.device/slipstream.device.cli.Main printer").isBox());
        assertFalse(new PortHolder(7, "python3 bridge").isBox());
        assertFalse(new PortHolder(7, "").isBox());
    }
}
