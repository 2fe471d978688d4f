package slipstream.escpos.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Random;
import org.junit.jupiter.api.Test;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.testing.Bytecode;
import slipstream.escpos.testing.Corpus;
import slipstream.escpos.testing.Streams;

class StateFollowerTest {
    private static final PrinterState INITIAL = PrinterState.initial(PrinterProfile.GENERIC_80MM);

    @Test
    void whatIsRememberedIsWhatEachStepLeadsTo() {
        Corpus.jobs().forEach(job -> assertFollowed(INITIAL, job.name(), job.bytes()));
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            byte[] job = Streams.job(random);
            PrinterState joined = PrinterState.unknown(PrinterProfile.GENERIC_58MM);
            assertFollowed(INITIAL, "job " + seed, job);
            assertFollowed(joined, "damaged job " + seed, Streams.damaged(random, job));
            assertFollowed(joined, "noise " + seed, Streams.noise(random, 4000));
        }
    }

    /// The stream twice, so that the second time steps are remembered.
    private static void assertFollowed(PrinterState initial, String name, byte[] stream) {
        var stepped = new PrinterState[] {initial};
        var followed = new PrinterState[] {initial};
        var follower = new StateFollower();
        var reader = new CommandReader(8192, (command, offset) -> {
            stepped[0] = stepped[0].after(command);
            followed[0] = follower.after(followed[0], command);
            assertEquals(stepped[0], followed[0], name);
        });
        var decoder = new CommandDecoder(Grammar.ESC_POS, reader);
        decoder.feed(stream, 0, stream.length);
        decoder.feed(stream, 0, stream.length);
        reader.flush();
    }

    @Test
    void aStepTakenAgainLeadsToTheSameState() {
        var follower = new StateFollower();
        PrinterState first = followed(follower, "1B 45 01 \"a\" 0A 1B 45 00 \"b\" 0A");
        assertSame(first, followed(follower, "1B 45 01 \"c\" 0A 1B 45 00 \"d\" 0A"));
    }

    @Test
    void aMacroKeepsEachTextOfItsOwn() {
        var follower = new StateFollower();
        PrinterState state = followed(follower, "1D 3A \"a\" 0A \"b\" 0A 1D 3A");
        assertEquals(4, state.macroBody().body().size());
        assertEquals(Bytecode.after(INITIAL, Bytecode.of("1D 3A \"a\" 0A \"b\" 0A 1D 3A")), state);
    }

    private static PrinterState followed(StateFollower follower, String stream) {
        var state = new PrinterState[] {INITIAL};
        var reader =
                new CommandReader(8192, (Command command, long offset) -> state[0] = follower.after(state[0], command));
        byte[] bytes = Bytecode.of(stream);
        new CommandDecoder(Grammar.ESC_POS, reader).feed(bytes, 0, bytes.length);
        reader.flush();
        return state[0];
    }
}
