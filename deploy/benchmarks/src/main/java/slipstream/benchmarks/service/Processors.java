package slipstream.benchmarks.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Processor time spent so far, in milliseconds, by who spent it, as Linux counts it: to 10 ms.
///
/// @param asking by the boxes, or by `pgbench`
/// @param service by the service
/// @param database by PostgreSQL
public record Processors(double asking, double service, double database) {
    private static final double MILLIS = 10;

    /// What was spent since `before`.
    Processors since(Processors before) {
        return new Processors(asking - before.asking, service - before.service, database - before.database);
    }

    Processors with(double ofDatabase) {
        return new Processors(asking, service, ofDatabase);
    }

    /// What this process spent.
    static double own() {
        return spent(ProcessHandle.current(), false);
    }

    /// What the programs spent that this process ran to their end.
    static double ended() {
        return spent(ProcessHandle.current(), true);
    }

    static double of(ProcessHandle process) {
        return spent(process, false);
    }

    /// What a process and its children spent, those that are gone too.
    public static double family(ProcessHandle parent) {
        return Stream.concat(Stream.of(parent), parent.children())
                .mapToDouble(process -> spent(process, false) + spent(process, true))
                .sum();
    }

    /// Nothing for a process that has just ended: its parent then counts it.
    ///
    /// @param children those that are gone, rather than the process itself
    private static double spent(ProcessHandle process, boolean children) {
        Path stat = Path.of("/proc", "" + process.pid(), "stat");
        try {
            if (!Files.exists(stat)) {
                return 0;
            }
            String line = Files.readString(stat);
            // After the name in brackets, which may hold blanks: utime, stime, cutime, cstime are fields 14 to 17.
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            int at = children ? 13 : 11;
            return (Long.parseLong(fields[at]) + Long.parseLong(fields[at + 1])) * MILLIS;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
