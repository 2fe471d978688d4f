package slipstream.device.control;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import slipstream.cloudlink.client.ConnectionState;

/// How the line to the service stands, and since when. Safe for any thread.
public final class ServiceWatch implements Consumer<ConnectionState> {
    private final Clock clock;
    private boolean connected;
    private Instant since;
    private String why = "the first connection is being made";

    /// Nothing is known yet.
    public ServiceWatch(Clock clock) {
        this.clock = clock;
        since = clock.instant();
    }

    /// How it stands.
    ///
    /// @param why what keeps it away; empty when it is connected
    record Standing(boolean connected, Instant since, String why) {}

    @Override
    public synchronized void accept(ConnectionState state) {
        switch (state) {
            case ConnectionState.Connected ignored -> now(true, "");
            case ConnectionState.Waiting waiting -> now(false, waiting.reason());
            case ConnectionState.Closed ignored -> now(false, "the box is ending");
            case ConnectionState.Connecting ignored -> {}
        }
    }

    private void now(boolean is, String reason) {
        if (is != connected) {
            connected = is;
            since = clock.instant();
        }
        why = reason;
    }

    synchronized Standing standing() {
        return new Standing(connected, since, why);
    }
}
