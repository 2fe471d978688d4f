package slipstream.escpos.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import slipstream.escpos.testing.Streams;

/// Writes the seeds that the fuzzer sets out from: short jobs of our own generator.
///
/// `Seeds DIRECTORY`; the directory is that of this package in the test resources.
public final class Seeds {
    private static final int MOST_BYTES = 256;
    private static final int COUNT = 6;

    private Seeds() {}

    /// Runs the command.
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        for (String target : new String[] {"Decoder", "Receipt", "Renderer", "Injector"}) {
            Path inputs = Files.createDirectories(directory.resolve(target + "FuzzTestInputs"));
            for (int i = 0; i < COUNT; i++) {
                Files.write(inputs.resolve("job-" + i), job(i, target.equals("Renderer") ? 0 : Slices.STREAM));
            }
        }
    }

    /// The first short enough job of a seed's, behind as many bytes that say how it comes.
    private static byte[] job(int seed, int ahead) {
        var random = new Random(seed);
        byte[] job = Streams.job(random);
        while (job.length > MOST_BYTES) {
            job = Streams.job(random);
        }
        var input = new ByteArrayOutputStream();
        for (int i = 0; i < ahead; i++) {
            input.write(random.nextInt(256));
        }
        input.writeBytes(job);
        return input.toByteArray();
    }
}
