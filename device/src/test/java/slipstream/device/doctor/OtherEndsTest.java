package slipstream.device.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import slipstream.device.port.Ports;
import slipstream.device.port.system.PseudoTerminal;

class OtherEndsTest {
    @Test
    void aPrinterAtADeviceIsOpened() throws IOException {
        try (var terminal = new PseudoTerminal()) {
            Finding found = new OtherPrinter(Ports.connector("serial:" + terminal.device())).find();
            assertEquals(Finding.State.OK, found.state());
            assertTrue(found.sentence().startsWith(terminal.device() + " can be opened"), found.sentence());
        }
    }

    @Test
    void oneThatIsNotThereIsToldWithWhatToDo() {
        Finding found = new OtherPrinter(Ports.connector("/dev/usb/lp-none")).find();
        assertEquals(Finding.State.LOOK, found.state());
        assertEquals("/dev/usb/lp-none cannot be opened (it is switched off or unplugged).", found.sentence());
        assertTrue(found.next().contains("cable"), found.next());
    }

    @Test
    void aPosAtADeviceIsNamed() {
        assertEquals(
                "The POS comes by gadget:/dev/g_printer0; that it reaches the box shows when it prints.",
                new OtherPosPlace(Ports.place("gadget:/dev/g_printer0")).find().sentence());
    }
}
