package slipstream.escpos.fuzz;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import slipstream.escpos.command.Grammar;

/// Runs the decoder's laws on short streams made at random from every prefix of the grammar: no coverage to guide
/// it, and ten times as many of them.
///
/// `RandomRun SECONDS [SEED]`; the same seed makes the same streams. Prints how many there were, or the first that
/// broke a law.
public final class RandomRun {
    private static final int LONGEST = 48;
    private static final int BATCH = 4096;

    private final List<byte[]> prefixes = new ArrayList<>();
    private final SplittableRandom random;
    private final DecoderLaws laws = new DecoderLaws();

    RandomRun(long seed) {
        random = new SplittableRandom(seed);
        collect(Grammar.ESC_POS.root(), new byte[0]);
        collect(Grammar.STAR.root(), new byte[0]);
    }

    /// Runs the command.
    public static void main(String[] arguments) {
        long seconds = Long.parseLong(arguments[0]);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.currentTimeMillis();
        var run = new RandomRun(seed);
        long begun = System.nanoTime();
        long count = 0;
        while (System.nanoTime() - begun < seconds * 1_000_000_000L) {
            run.batch(BATCH);
            count += BATCH;
        }
        System.out.printf(
                "decoder at random, seed %d: %,d inputs in %d s, each decoded whole and in slices; no law broken%n",
                seed, count, seconds);
    }

    /// Checks some streams more.
    ///
    /// @throws AssertionError that holds the stream, when a law is broken
    void batch(int count) {
        for (int i = 0; i < count; i++) {
            byte[] input = input();
            try {
                laws.check(input);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(HexFormat.of().formatHex(input), e);
            }
        }
    }

    private byte[] input() {
        byte[] input = new byte[Slices.STREAM + random.nextInt(LONGEST)];
        long dice = random.nextLong();
        input[0] = (byte) dice;
        int at = 1;
        while (at < input.length) {
            dice = random.nextLong();
            if ((dice & 3) == 0) {
                byte[] prefix = prefixes.get((int) (dice >>> 33) % prefixes.size());
                int slice = Math.min(prefix.length, input.length - at);
                System.arraycopy(prefix, 0, input, at, slice);
                at += slice;
            } else {
                // Small numbers make counts that end within the stream.
                input[at++] = (byte) ((dice & 4) == 0 ? dice >>> 8 : dice >>> 8 & 7);
            }
        }
        return input;
    }

    private void collect(Grammar.Node node, byte[] prefix) {
        if (prefix.length > 0) {
            prefixes.add(prefix);
        }
        for (int b = 0; b < 256; b++) {
            Grammar.Node next = node.next((byte) b);
            if (next != null) {
                byte[] longer = java.util.Arrays.copyOf(prefix, prefix.length + 1);
                longer[prefix.length] = (byte) b;
                collect(next, longer);
            }
        }
    }
}
