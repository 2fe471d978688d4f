package slipstream.device.bridge;

import java.time.Duration;
import slipstream.device.port.Address;
import slipstream.device.port.PosPlace;
import slipstream.device.port.PrinterConnector;
import slipstream.device.port.TcpConnector;
import slipstream.device.port.TcpPlace;
import slipstream.escpos.profile.PrinterProfile;

/// How a bridge works.
///
/// @param listen where the POS find it
/// @param printer how the printer is reached
/// @param profile what the printer can do
/// @param baud the speed of the serial line that ends at the printer, in bits a second; 0 where there is none;
/// default what the printer's address says
/// @param budget how long the end of a receipt may wait for an answer, from its first waiting byte; default 250 ms
/// @param paper how much longer the end of a picture that is still being read may wait, at most, while its paper is on
/// its
///     way; default 3 s
/// @param idle how long the line is quiet after a receipt without a cut; default 2 s, 5 s where there is a cutter
/// @param patience how long a POS that can be told waits for a printer that cannot be reached; default 60 s
/// @param drain how long a printer may be silent, after its last job, before it is let go; default 2 s
public record BridgeOptions(
        PosPlace listen,
        PrinterConnector printer,
        PrinterProfile profile,
        int baud,
        Duration budget,
        Duration paper,
        Duration idle,
        Duration patience,
        Duration drain) {

    /// At this speed a raster of a block's size takes a second.
    private static final int FAST_BAUD = 115_200;

    /// Options with the defaults, for a POS and a printer that speak TCP.
    public static BridgeOptions of(Address listen, Address printer, PrinterProfile profile) {
        return of(new TcpPlace(listen), new TcpConnector(printer), profile);
    }

    /// Options with the defaults.
    public static BridgeOptions of(PosPlace listen, PrinterConnector printer, PrinterProfile profile) {
        return new BridgeOptions(
                listen,
                printer,
                profile,
                printer == null ? 0 : printer.baud(),
                Duration.ofMillis(250),
                Duration.ofSeconds(3),
                profile.cutter() ? Duration.ofSeconds(5) : Duration.ofSeconds(2),
                Duration.ofSeconds(60),
                Duration.ofSeconds(2));
    }

    /// Whether a raster takes longer to send than a customer waits.
    public boolean slowLine() {
        return baud > 0 && baud < FAST_BAUD;
    }

    /// The same with another speed of the printer's serial line.
    public BridgeOptions withBaud(int other) {
        return new BridgeOptions(listen, printer, profile, other, budget, paper, idle, patience, drain);
    }

    /// The same with another budget.
    public BridgeOptions withBudget(Duration other) {
        return new BridgeOptions(listen, printer, profile, baud, other, paper, idle, patience, drain);
    }

    /// The same with another longest wait for paper.
    public BridgeOptions withPaper(Duration other) {
        return new BridgeOptions(listen, printer, profile, baud, budget, other, idle, patience, drain);
    }

    /// The same with another idle time.
    public BridgeOptions withIdle(Duration other) {
        return new BridgeOptions(listen, printer, profile, baud, budget, paper, other, patience, drain);
    }

    /// The same with another patience.
    public BridgeOptions withPatience(Duration other) {
        return new BridgeOptions(listen, printer, profile, baud, budget, paper, idle, other, drain);
    }

    /// The same with another drain time.
    public BridgeOptions withDrain(Duration other) {
        return new BridgeOptions(listen, printer, profile, baud, budget, paper, idle, patience, other);
    }
}
