package slipstream.benchmarks.cost;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a Java process holds at a moment.
///
/// @param receipts how many have passed it
/// @param resident memory, in kB
/// @param heap what is alive on the heap after a collection, in kB
/// @param threads platform threads
/// @param descriptors open files of all kinds
/// @param sockets those that are sockets
record Look(long receipts, long resident, long heap, long threads, long descriptors, long sockets) {
    private static final Pattern USED = Pattern.compile("total .*used (\\d+)K");

    /// Looks at a process; its heap is collected first.
    static Look at(ProcessHandle process, long receipts) throws IOException {
        long pid = process.pid();
        jcmd(pid, "GC.run");
        long heap = USED.matcher(jcmd(pid, "GC.heap_info"))
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of("/proc", "" + pid, "fd"))) {
            files = all.toList();
        }
        return new Look(
                receipts,
                Memory.field(pid, "status", "VmRSS:"),
                heap,
                Memory.field(pid, "status", "Threads:"),
                files.size(),
                files.stream().filter(Look::socket).count());
    }

    private static boolean socket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (IOException ignored) {
            return false;
        }
    }

    private static String jcmd(long pid, String command) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process asked = new ProcessBuilder(jcmd.toString(), "" + pid, command)
                .redirectErrorStream(true)
                .start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /// As a row of a table.
    String row() {
        return "| %,d | %.1f | %.2f | %d | %d | %d |"
                .formatted(receipts, resident / 1024.0, heap / 1024.0, threads, descriptors, sockets);
    }
}
