package slipstream.escpos.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

class DecoderFuzzTest {
    private final DecoderLaws laws = new DecoderLaws();

    @FuzzTest(maxDuration = "10m")
    void anyBytesDecodeLosslesslyAndTheSameInAnySlices(byte[] input) {
        laws.check(input);
    }
}
