package slipstream.escpos.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipstream.escpos.inject.Claims;
import slipstream.escpos.inject.Hold;
import slipstream.escpos.inject.Injector;
import slipstream.escpos.inject.Insertion;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.receipt.Receipt;

/// What the fuzzer found, one test each.
class FindsTest {
    @Test
    void aBarcodeBrokenOffByACommandWithABodyGetsItsBlockBeforeThatCommand() {
        byte[] barcode = {0x1D, 'k', 4, 'A', '1', '2'};
        byte[] store = {0x1D, '(', 'k', 6, 0, 0x31, 0x50, 0x30, 'a', 'b', 'c'};
        var stream = new ByteArrayOutputStream();
        stream.writeBytes(barcode);
        stream.writeBytes(store);

        List<Insertion> insertions = new ArrayList<>();
        var injector = new Injector(
                PrinterProfile.GENERIC_80MM, Injector.RealTime.IN_ORDER, (bytes, from, to) -> {}, new Claims() {
                    @Override
                    public void ended(Receipt receipt, Hold hold) {
                        hold.print("HTTPS://SLIP.EXAMPLE/C/0123456789", List.of());
                    }

                    @Override
                    public void inserted(Insertion insertion) {
                        insertions.add(insertion);
                    }
                });
        injector.feed(stream.toByteArray(), 0, stream.size());
        injector.close();

        assertEquals(
                List.of((long) barcode.length),
                insertions.stream().map(Insertion::outputOffset).toList());
    }
}
