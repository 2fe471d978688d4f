package slipstream.escpos.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.CommandRow;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.testing.Corpus;
import slipstream.escpos.testing.Streams;

class CommandDecoderLawsTest {
    private static final int[] SLICES = {1, 2, 3, 5, Integer.MAX_VALUE};

    @Test
    void everyStreamOfTheCorpusComesOutAsItWentInAndTellsTheSameInAnySlices() {
        for (Corpus.Job job : Corpus.jobs()) {
            assertLaws(job.name(), job.bytes());
        }
    }

    @Test
    void generatedStreamsObeyTheLaws() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            byte[] job = Streams.job(random);
            assertLaws("job " + seed, job);
            assertLaws("damaged job " + seed, Streams.damaged(random, job));
            assertLaws("noise " + seed, Streams.noise(random, random.nextInt(400)));
        }
    }

    @Test
    void aHeldHeadMayBeLetGoAnywhere() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            byte[] bytes = Streams.damaged(random, Streams.job(random));
            var told = new Told();
            var decoder = new CommandDecoder(Grammar.ESC_POS, told);
            for (int at = 0; at < bytes.length; at++) {
                decoder.feed(bytes, at, at + 1);
                if (random.nextInt(3) == 0) {
                    decoder.release();
                    assertEquals(0, decoder.held());
                }
            }
            decoder.release();
            assertArrayEquals(bytes, told.wire.toByteArray(), "seed " + seed);
            assertEquals(told(Grammar.ESC_POS, bytes, Integer.MAX_VALUE).commands, told.finish(), "seed " + seed);
        }
    }

    @Test
    void everyDialectObeysTheLaws() {
        List<String> dialects = new ArrayList<>(Grammar.names());
        dialects.addAll(Grammar.modeNames());
        for (String dialect : dialects) {
            for (int seed = 0; seed < 40; seed++) {
                var random = new Random(seed);
                byte[] job = Streams.damaged(random, Streams.job(random));
                assertLaws(dialect + ", damaged job " + seed, Grammar.named(dialect), job);
                byte[] noise = Streams.noise(random, random.nextInt(2000));
                assertLaws(dialect + ", noise " + seed, Grammar.named(dialect), noise);
            }
        }
    }

    private static void assertLaws(String name, byte[] bytes) {
        assertLaws(name, Grammar.ESC_POS, bytes);
    }

    private static void assertLaws(String name, Grammar grammar, byte[] bytes) {
        Told whole = told(grammar, bytes, Integer.MAX_VALUE);
        for (int slice : SLICES) {
            Told sliced = told(grammar, bytes, slice);
            assertArrayEquals(bytes, sliced.wire.toByteArray(), name + " in slices of " + slice);
            assertEquals(whole.commands, sliced.commands, name + " in slices of " + slice);
        }
    }

    private static Told told(Grammar grammar, byte[] bytes, int slice) {
        var told = new Told();
        var decoder = new CommandDecoder(grammar, told);
        for (int at = 0; at < bytes.length; ) {
            int to = (int) Math.min(bytes.length, (long) at + slice);
            decoder.feed(bytes, at, to);
            assertTrue(decoder.held() <= Grammar.LONGEST_HEAD);
            assertEquals(to, told.wire.size() + decoder.held());
            at = to;
        }
        decoder.release();
        told.finish();
        return told;
    }

    /// Keeps what is told and passed on.
    private static final class Told implements CommandSink {
        final ByteArrayOutputStream wire = new ByteArrayOutputStream();
        final List<Command> commands = new ArrayList<>();
        private final CommandReader reader = new CommandReader(1 << 20, (command, offset) -> commands.add(command));

        List<Command> finish() {
            reader.flush();
            return commands;
        }

        @Override
        public void text(byte[] bytes, int from, int to) {
            reader.text(bytes, from, to);
        }

        @Override
        public void command(CommandRow row, byte[] bytes, int from, int to, long body) {
            reader.command(row, bytes, from, to, body);
        }

        @Override
        public void body(byte[] bytes, int from, int to) {
            reader.body(bytes, from, to);
        }

        @Override
        public void end() {
            reader.end();
        }

        @Override
        public void wire(byte[] bytes, int from, int to) {
            wire.write(bytes, from, to - from);
        }
    }
}
