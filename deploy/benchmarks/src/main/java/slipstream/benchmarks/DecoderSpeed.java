package slipstream.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures decoding, state tracking, recognition and drawing, and prints tables for a README.
@Command(name = "decoder-speed", description = "Measures what the decoder costs.", mixinStandardHelpOptions = true)
public final class DecoderSpeed implements Callable<Integer> {
    @Option(names = "--full", description = "three forks and longer runs: some minutes")
    private boolean full;

    @Option(names = "--npos", description = "a directory with npos in its node_modules: measured beside")
    private Path npos;

    @Option(names = "--script", description = "the script that runs npos")
    private Path script;

    @Option(names = "--only", defaultValue = ".*", description = "a pattern of benchmarks, for a look at one of them")
    private String only;

    private DecoderSpeed() {}

    /// Runs the command.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DecoderSpeed()).execute(arguments));
    }

    @Override
    public Integer call() throws RunnerException, IOException, InterruptedException {
        System.out.printf(
                "%d cores, %s %s%n%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.runtime.version"));
        passage();
        recognition();
        drawing();
        if (npos != null) {
            peers();
        }
        return 0;
    }

    private Collection<RunResult> run(Class<?> benchmarks) throws RunnerException {
        var time = TimeValue.milliseconds(full ? 1000 : 500);
        var runner = new Runner(new OptionsBuilder()
                .include(benchmarks.getName() + "\\.(" + only + ")")
                .addProfiler(GCProfiler.class)
                .forks(full ? 3 : 1)
                .warmupIterations(full ? 5 : 4)
                .warmupTime(time)
                .measurementIterations(full ? 5 : 4)
                .measurementTime(time)
                .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow")
                .verbosity(VerboseMode.SILENT)
                .build());
        try {
            return runner.run();
        } catch (NoBenchmarksException e) {
            return List.of(); // the pattern asks for others
        }
    }

    private void passage() throws RunnerException {
        System.out.println("| stream | does | MB/s | of a copy | bytes allocated a command |");
        System.out.println("| --- | --- | ---: | ---: | ---: |");
        Collection<RunResult> results = run(Passage.class);
        for (Job job : Job.MEASURED) {
            byte[] stream = job.stream();
            long commands = Counting.of(stream);
            double floor = Double.NaN;
            for (RunResult result : results) {
                String does = method(result);
                if (result.getParams().getParam("job").equals(job.name())) {
                    double speed = stream.length / median(result);
                    floor = does.equals("copy") ? speed : floor;
                    System.out.printf(
                            "| %s | %s | %,.0f | %.0f %% | %s |%n",
                            job.name().toLowerCase(java.util.Locale.ROOT),
                            does,
                            speed,
                            100 * speed / floor,
                            does.equals("copy") ? "" : "%.2f".formatted(allocated(result) / commands));
                }
            }
        }
    }

    private void recognition() throws RunnerException {
        System.out.println();
        System.out.println("| stream | does | us a receipt | over reading | bytes allocated a receipt |");
        System.out.println("| --- | --- | ---: | ---: | ---: |");
        Collection<RunResult> results = run(Recognition.class);
        for (String job : results.stream().map(DecoderSpeed::job).distinct().toList()) {
            double floor = Double.NaN;
            for (String does : List.of("read", "references", "questions", "facts")) {
                for (RunResult result : results) {
                    if (job(result).equals(job) && method(result).equals(does)) {
                        double receipts = Job.valueOf(job).receipts();
                        floor = does.equals("read") ? median(result) : floor;
                        System.out.printf(
                                "| %s | %s | %.2f | %+.0f %% | %,.0f |%n",
                                name(job),
                                does,
                                median(result) / receipts,
                                100 * (median(result) / floor - 1),
                                allocated(result) / receipts);
                    }
                }
            }
        }
    }

    private static String job(RunResult result) {
        return result.getParams().getParam("job");
    }

    private static String name(String job) {
        return job.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private void drawing() throws RunnerException {
        System.out.println();
        System.out.println("| receipt | bytes | drawn as | ms |");
        System.out.println("| --- | ---: | --- | ---: |");
        for (RunResult result : run(Drawing.class)) {
            var job = Job.valueOf(result.getParams().getParam("job"));
            System.out.printf(
                    "| %s | %,d | %s | %.3f |%n",
                    job.name().toLowerCase(java.util.Locale.ROOT),
                    job.receipt().length,
                    method(result),
                    median(result) / 1000);
        }
    }

    private void peers() throws IOException, InterruptedException {
        System.out.println();
        System.out.println("| stream | npos does | MB/s | slipstream does | MB/s | times as fast |");
        System.out.println("| --- | --- | ---: | --- | ---: | ---: |");
        Path directory = Files.createTempDirectory("slipstream-benchmark");
        String seconds = full ? "5" : "2";
        for (Job job : Job.MEASURED) {
            Path file = Files.write(directory.resolve(job.name()), job.stream());
            double framed = npos("frame", seconds, file);
            double parsed = npos("read", seconds, file);
            peer(job, "analyze", framed, "frame", slipstream("frame", seconds, file));
            peer(job, "parse", parsed, "values", slipstream("values", seconds, file));
            peer(job, "parse", parsed, "read", slipstream("read", seconds, file));
        }
    }

    private static void peer(Job job, String theirs, double theirSpeed, String ours, double ourSpeed) {
        System.out.printf(
                "| %s | %s | %.1f | %s | %,.0f | %,.1f |%n",
                job.name().toLowerCase(java.util.Locale.ROOT),
                theirs,
                theirSpeed,
                ours,
                ourSpeed,
                ourSpeed / theirSpeed);
    }

    private double npos(String does, String seconds, Path file) throws IOException, InterruptedException {
        return speed(List.of("node", script.toAbsolutePath().toString(), does, seconds, file.toString()), npos);
    }

    private static double slipstream(String does, String seconds, Path file) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                WholeProcess.class.getName(),
                does,
                seconds,
                file.toString());
        return speed(command, file.getParent());
    }

    private static double speed(List<String> command, Path directory) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command.getFirst() + " ended with " + process.exitValue());
        }
        return Double.parseDouble(line.strip().split(" ")[0]);
    }

    /// Microseconds an operation: the median, which a busy machine disturbs least.
    private static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    private static String method(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /// Bytes an operation.
    private static double allocated(RunResult result) {
        return result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
    }
}
