package slipstream.benchmarks.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What a process and its children hold of memory, in kB, as Linux counts it.
///
/// @param resident now
/// @param most the most that was resident, process by process
/// @param proportional now, pages that are shared counted by their share
record Memory(long resident, long most, long proportional) {
    /// What a family holds now.
    static Memory of(ProcessHandle parent) {
        return new Memory(
                sum(parent, pid -> field(pid, "status", "VmRSS:")),
                sum(parent, pid -> field(pid, "status", "VmHWM:")),
                sum(parent, pid -> field(pid, "smaps_rollup", "Pss:")));
    }

    private static long sum(ProcessHandle parent, ToLongFunction<Long> of) {
        return Stream.concat(Stream.of(parent), parent.children())
                .flatMapToLong(process -> LongStream.of(of.applyAsLong(process.pid())))
                .sum();
    }

    /// A number from the file `name` of a process's directory; 0 when the process has ended.
    static long field(long pid, String name, String label) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", "" + pid, name))) {
            return lines.filter(line -> line.startsWith(label))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException ignored) {
            return 0;
        }
    }
}
