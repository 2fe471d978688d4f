package slipstream.device.port;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/// A line to a POS or to a printer. One thread reads, another may write; [#close] may be called by any and ends
/// both.
public interface Port extends Closeable {
    /// What [#read] returns once the other end sends no more.
    int END = -1;

    /// Reads what there is, as soon as there is any.
    ///
    /// @param into where it goes; at least one byte long
    /// @param wait how long to wait for a first byte; zero waits for ever
    /// @return how many bytes came, 0 when none did in time, [#END] when none will
    int read(byte[] into, Duration wait) throws IOException;

    /// Writes the bytes of `bytes` from `from` to `to`; waits as long as the other end takes none.
    void write(byte[] bytes, int from, int to) throws IOException;

    /// Tells the other end that no more will be written; reading goes on.
    void endOutput() throws IOException;

    /// How many bytes were written that the other end has not taken yet; 0 when the system does not tell.
    default long unsent() {
        return 0;
    }

    /// Says that everything read from here has reached the other line, after all had been read. Some kinds owe their
    /// sender that word; without it [#close] tells the sender that nothing is promised.
    default void delivered() {}

    /// Ends the line. What was written before still goes out. Never fails.
    @Override
    void close();

    /// Ends the line so that the other end sees it break, as a printer's does whose power goes: not all that came from
    /// there is certain to be printed. Kinds that have no way to show it end as by [#close]. Never fails.
    default void abort() {
        close();
    }

    /// The other end, as a log shows it.
    String name();
}
