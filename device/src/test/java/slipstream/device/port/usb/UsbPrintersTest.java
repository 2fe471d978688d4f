package slipstream.device.port.usb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import slipstream.device.port.LineStatus;
import slipstream.device.port.Port;
import slipstream.device.port.system.PseudoTerminal;

@Timeout(30)
class UsbPrintersTest {
    @TempDir
    private Path directory;

    @Test
    void aPrinterThatWasUnpluggedIsFoundAgainByItsName() throws IOException {
        Path name = directory.resolve("printer");
        var printer = UsbPrinters.connector(name, true);
        assertEquals(Optional.of(LineStatus.AWAY), printer.status());
        assertEquals(
                "it is switched off or unplugged",
                assertThrows(IOException.class, () -> printer.connect(Duration.ZERO))
                        .getMessage());
        for (int plugged = 0; plugged < 3; plugged++) {
            var terminal = new PseudoTerminal();
            Files.createSymbolicLink(name, terminal.device());
            Port line = printer.connect(Duration.ofSeconds(5));
            line.write(new byte[] {'a', 'b'}, 0, 2);
            assertArrayEquals(new byte[] {'a', 'b'}, terminal.take(2));
            terminal.close();
            assertThrows(IOException.class, () -> line.read(new byte[1], Duration.ZERO));
            line.close();
            Files.delete(name);
        }
    }

    @Test
    void itsDeviceIdIsTheKernels() throws IOException {
        Path device = Files.createFile(directory.resolve("lp7"));
        Path name = Files.createSymbolicLink(directory.resolve("printer"), device);
        Path deviceClass = directory.resolve("class");
        assertEquals(Optional.empty(), UsbPrinters.deviceId(name, deviceClass));
        Path attributes = Files.createDirectories(deviceClass.resolve("lp7/device"));
        Files.writeString(attributes.resolve("ieee1284_id"), "MFG:EPSON;MDL:TM-T88V;\n");
        assertEquals(Optional.of("MFG:EPSON;MDL:TM-T88V;"), UsbPrinters.deviceId(name, deviceClass));
    }
}
