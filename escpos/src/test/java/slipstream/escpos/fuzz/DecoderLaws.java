package slipstream.escpos.fuzz;

import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.command.Grammar;

/// The decoder's laws, for any input: lossless, split-invariant, bounded. Built to be run a million times a second:
/// used again for each input, and without a value made.
final class DecoderLaws {
    private final Told told = new Told();

    /// Decodes the stream of an input whole and in slices.
    ///
    /// @throws AssertionError when a law is broken
    void check(byte[] input) {
        int from = Math.min(Slices.STREAM, input.length);
        long whole = whole(input, from);
        told.begin(input, from);
        var decoder = new CommandDecoder(Grammar.ESC_POS, told);
        new Slices(input)
                .each(
                        (bytes, at, to) -> {
                            decoder.feed(bytes, at, to);
                            bounded(decoder, to);
                        },
                        () -> {
                            decoder.release();
                            holds(decoder.held() == 0, "a head is held after its release");
                        });
        lossless(decoder, input.length);
        holds(told.digest() == whole, "slices tell other commands than the whole");
    }

    private long whole(byte[] input, int from) {
        told.begin(input, from);
        var decoder = new CommandDecoder(Grammar.ESC_POS, told);
        decoder.feed(input, from, input.length);
        bounded(decoder, input.length);
        lossless(decoder, input.length);
        return told.digest();
    }

    private void bounded(CommandDecoder decoder, int fed) {
        holds(decoder.held() <= Grammar.LONGEST_HEAD, "more is held than a head");
        holds(told.passed() + decoder.held() == fed, "what was fed is neither passed on nor held");
    }

    private void lossless(CommandDecoder decoder, int fed) {
        decoder.release();
        holds(told.passed() == fed, "not all that was fed has passed");
    }

    private static void holds(boolean law, String otherwise) {
        if (!law) {
            throw new AssertionError(otherwise);
        }
    }
}
