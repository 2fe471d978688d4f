package slipstream.device.port;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import slipstream.device.port.lpd.LpdPlace;
import slipstream.device.port.serial.SerialLines;
import slipstream.device.port.serial.SerialPlace;
import slipstream.device.port.serial.SerialSettings;
import slipstream.device.port.socket.InheritedPlace;
import slipstream.device.port.socket.TransparentPlace;
import slipstream.device.port.usb.GadgetPlace;
import slipstream.device.port.usb.UsbPrinters;

/// The ends of a line as text names them.
///
/// | POS | printer | is |
/// | --- | --- | --- |
/// | `:9100`, `HOST:9100` | `HOST:9100`, `HOST` | raw TCP |
/// | `serial:/dev/ttyUSB0,19200,8N1,rts-cts` | the same | RS-232 |
/// | `gadget:/dev/g_printer0` | | USB, the box being the printer |
/// | | `/dev/usb/lp0`, `usb:/dev/usb/lp0,no-reads` | USB, the second never listened to |
/// | `lpd::515`, `lpd:HOST:515` | | LPD |
/// | `transparent::9100` | | raw TCP to the printer's own address |
/// | `systemd:NAME` | | raw TCP at a socket that systemd opened |
public final class Ports {
    private static final String NO_READS = ",no-reads";

    private static final Map<String, Function<String, PosPlace>> PLACES = Map.of(
            "serial:", text -> new SerialPlace(SerialSettings.parse(text)),
            "gadget:", text -> new GadgetPlace(device("gadget", text, "/dev/g_printer0")),
            "lpd:", text -> new LpdPlace(address(text, LpdPlace.PORT)),
            "transparent:", text -> new TransparentPlace(address(text, Address.RAW_PRINTING)),
            "systemd:", text -> new InheritedPlace(socket(text)));

    private Ports() {}

    /// Where POS are to come from; nothing is opened.
    ///
    /// @throws IllegalArgumentException when `text` names no such place; the message tells what was found and what
    ///     was expected
    public static PosPlace place(String text) {
        String named = text.strip();
        return PLACES.entrySet().stream()
                .filter(kind -> named.startsWith(kind.getKey()))
                .findFirst()
                .map(kind -> kind.getValue().apply(named.substring(kind.getKey().length())))
                .orElseGet(() -> new TcpPlace(tcp(
                        named,
                        "the place of a POS",
                        "HOST:PORT, :PORT, serial:, gadget:, lpd:, transparent:, systemd:")));
    }

    /// Begins to listen where `text` says.
    ///
    /// @throws IllegalArgumentException as [#place]
    /// @throws IOException when that cannot be done now; the message is a sentence
    public static PosListener listener(String text) throws IOException {
        return place(text).open();
    }

    /// How the printer that `text` names is reached; nothing is opened.
    ///
    /// @throws IllegalArgumentException when `text` names no printer; the message tells what was found and what was
    ///     expected
    public static PrinterConnector connector(String text) {
        String named = text.strip();
        if (named.startsWith("serial:")) {
            return SerialLines.connector(SerialSettings.parse(named.substring("serial:".length())));
        }
        if (named.startsWith("usb:") || named.startsWith("/")) {
            String rest = named.startsWith("usb:") ? named.substring("usb:".length()) : named;
            boolean reads = !rest.endsWith(NO_READS);
            String path = reads ? rest : rest.substring(0, rest.length() - NO_READS.length());
            return UsbPrinters.connector(device("usb", path, "/dev/usb/lp0"), reads);
        }
        return new TcpConnector(tcp(named, "a printer", "HOST:PORT, HOST, /dev/usb/lp0, usb:, serial:"));
    }

    /// Lets POS at `listener` see how the printer is, where both ends have a way for that beside the bytes: paper,
    /// faults, on or off.
    public static void mirror(PosListener listener, PrinterConnector printer) {
        if (listener instanceof ShowsStatus shows && printer instanceof TellsStatus tells) {
            shows.show(tells);
        }
    }

    private static Address address(String text, int otherwise) {
        return Address.parse(text.startsWith(":") ? "0.0.0.0" + text : text, otherwise);
    }

    /// An address, unless `text` begins like a kind that there is not.
    private static Address tcp(String text, String what, String kinds) {
        if (text.matches("[a-z]+:[^0-9].*") || text.startsWith("/")) {
            throw new IllegalArgumentException("\"" + text + "\" is not " + what + "; expected one of " + kinds + ".");
        }
        return address(text, Address.RAW_PRINTING);
    }

    private static Path device(String kind, String path, String example) {
        if (!path.startsWith("/") || path.contains(",")) {
            throw new IllegalArgumentException(
                    "\"" + kind + ":" + path + "\" names no device; expected one as " + example + ".");
        }
        return Path.of(path);
    }

    private static String socket(String name) {
        if (!name.matches("[A-Za-z0-9_.@-]{1,255}")) {
            throw new IllegalArgumentException("\"systemd:" + name
                    + "\" names no socket; expected what FileDescriptorName= says, of letters, digits, _ . @ -.");
        }
        return name;
    }
}
