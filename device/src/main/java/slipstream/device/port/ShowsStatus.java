package slipstream.device.port;

/// A place where POS come from that can show them how the printer is, as the printer itself would.
public interface ShowsStatus {
    /// From the next line on, POS see what `printer` tells.
    void show(TellsStatus printer);
}
