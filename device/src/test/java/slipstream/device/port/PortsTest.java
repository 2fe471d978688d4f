package slipstream.device.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ":9100 | 0.0.0.0:9100",
                "192.168.1.5:9101 | 192.168.1.5:9101",
                "serial:/dev/ttyUSB0,19200,8N1,rts-cts | serial:/dev/ttyUSB0,19200,8N1,rts-cts",
                "serial:/dev/ttyUSB0 | serial:/dev/ttyUSB0,9600,8N1,rts-cts",
                "serial:/dev/slipstream/pos,115200,7E2,dtr-dsr | serial:/dev/slipstream/pos,115200,7E2,dtr-dsr",
                "gadget:/dev/g_printer0 | gadget:/dev/g_printer0",
                "lpd::515 | lpd:0.0.0.0:515",
                "lpd:10.0.0.1 | lpd:10.0.0.1:515",
                "transparent::9100 | transparent:0.0.0.0:9100",
                "systemd:pos-9100 | systemd:pos-9100"
            })
    void placesOfPosAreRead(String text, String name) {
        assertEquals(name, Ports.place(text).name());
        assertEquals(Ports.place(name), Ports.place(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.168.1.50 | 192.168.1.50:9100",
                "printer.local:9101 | printer.local:9101",
                "/dev/usb/lp0 | /dev/usb/lp0",
                "usb:/dev/slipstream/printer,no-reads | usb:/dev/slipstream/printer,no-reads",
                "serial:/dev/ttyS0,38400,8N1,xon-xoff | serial:/dev/ttyS0,38400,8N1,xon-xoff"
            })
    void printersAreRead(String text, String name) {
        assertEquals(name, Ports.connector(text).name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "serial:ttyUSB0 | \"ttyUSB0\" names no device; expected DEVICE,BAUD,FRAME,FLOW as"
                        + " /dev/ttyUSB0,19200,8N1,rts-cts.",
                "serial:/dev/ttyS0,fast | \"/dev/ttyS0,fast\" has the speed \"fast\", which is not 50 to 4000000;"
                        + " expected DEVICE,BAUD,FRAME,FLOW as /dev/ttyUSB0,19200,8N1,rts-cts.",
                "serial:/dev/ttyS0,9600,9N1 | \"/dev/ttyS0,9600,9N1\" has the frame \"9N1\", which is not 5 to 8, N, E"
                        + " or O, 1 or 2; expected DEVICE,BAUD,FRAME,FLOW as /dev/ttyUSB0,19200,8N1,rts-cts.",
                "serial:/dev/ttyS0,9600,8N1,hardware | \"/dev/ttyS0,9600,8N1,hardware\" has the flow control"
                        + " \"hardware\", which is none of none, rts-cts, dtr-dsr, xon-xoff; expected"
                        + " DEVICE,BAUD,FRAME,FLOW as /dev/ttyUSB0,19200,8N1,rts-cts.",
                "gadget:g_printer0 | \"gadget:g_printer0\" names no device; expected one as /dev/g_printer0.",
                "systemd:a b | \"systemd:a b\" names no socket; expected what FileDescriptorName= says, of letters,"
                        + " digits, _ . @ -.",
                "ftp://x | \"ftp://x\" is not the place of a POS; expected one of HOST:PORT, :PORT, serial:, gadget:,"
                        + " lpd:, transparent:, systemd:.",
                "/dev/usb/lp0 | \"/dev/usb/lp0\" is not the place of a POS; expected one of HOST:PORT, :PORT, serial:,"
                        + " gadget:, lpd:, transparent:, systemd:."
            })
    void whatIsNoPlaceIsSaid(String text, String sentence) {
        assertEquals(
                sentence,
                assertThrows(IllegalArgumentException.class, () -> Ports.place(text))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "gadget:/dev/g_printer0 | \"gadget:/dev/g_printer0\" is not a printer; expected one of HOST:PORT, HOST,"
                        + " /dev/usb/lp0, usb:, serial:.",
                "/dev/usb/lp0,quiet | \"usb:/dev/usb/lp0,quiet\" names no device; expected one as /dev/usb/lp0."
            })
    void whatIsNoPrinterIsSaid(String text, String sentence) {
        assertEquals(
                sentence,
                assertThrows(IllegalArgumentException.class, () -> Ports.connector(text))
                        .getMessage());
    }

    @Test
    void aPrinterWithoutAPortStatusIsMirroredToNobody() throws Exception {
        try (PosListener listener = Ports.listener("gadget:/dev/none")) {
            Ports.mirror(listener, Ports.connector("192.168.1.50"));
            Ports.mirror(listener, Ports.connector("/dev/usb/none"));
            assertEquals("gadget:/dev/none", listener.name());
        }
    }
}
