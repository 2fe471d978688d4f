package slipstream.device.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GatheredTest {
    private final ByteArrayOutputStream printer = new ByteArrayOutputStream();
    private final List<Integer> writes = new ArrayList<>();
    private final Gathered gathered = new Gathered((bytes, from, to) -> {
        writes.add(to - from);
        printer.write(bytes, from, to - from);
    });

    @Test
    void manySmallRunsLeaveInOneWrite() {
        byte[] run = {'a', '\n'};
        for (int i = 0; i < 100; i++) {
            gathered.write(run, 0, 2);
        }
        assertEquals(List.of(), writes);
        gathered.flush();
        gathered.flush();
        assertEquals(List.of(200), writes);
    }

    @Test
    void runsOfAnyLengthLeaveInOrder() {
        var random = new Random(1);
        byte[] sent = new byte[1_000_000];
        random.nextBytes(sent);
        for (int from = 0; from < sent.length; ) {
            int to = Math.min(
                    sent.length, from + (random.nextInt(10) == 0 ? random.nextInt(40_000) : random.nextInt(40)));
            gathered.write(sent, from, to);
            from = to;
        }
        gathered.flush();
        assertArrayEquals(sent, printer.toByteArray());
    }
}
