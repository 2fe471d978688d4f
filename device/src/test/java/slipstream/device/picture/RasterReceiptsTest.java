package slipstream.device.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.device.reference.ReceiptScan;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.state.CharacterStyle;

/// Receipts as pictures, drawn and read again. `-Dslipstream.pictures=1000-1300` reads other seeds, and tells of
/// each that is not read whole. Merchants' order numbers are not to be taken from
/// pictures, and are not counted.
class RasterReceiptsTest {
    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final double LEAST_RECALL = 0.95;

    /// proc(5), `/proc/[pid]/stat`: from the first number behind the name, `utime`, `stime` and those of children.
    private static final int USER_TIME = 11;

    private static final int TIMES = 4;
    private static final int MILLIS_A_TICK = 10;

    @Test
    void receiptsInPicturesAreRecognised() throws IOException {
        Installed.assume();
        String[] seeds = System.getProperty("slipstream.pictures", "1-12").split("-");
        var tally = new Tally();
        try (Pictures pictures = Pictures.with(Tesseract.find(BOUND))) {
            for (long seed = Long.parseLong(seeds[0]); seed <= Long.parseLong(seeds[1]); seed++) {
                tally.add(seed, pictures);
            }
        }
        System.out.println(tally);
        assertEquals(List.of(), tally.wrong);
        assertTrue(tally.found >= tally.wanted * LEAST_RECALL, tally::toString);
        assertTrue(tally.kinds >= tally.receipts * 0.98, tally::toString);
    }

    /// What became of many receipts.
    private static final class Tally {
        private final List<String> wrong = new ArrayList<>();
        private int receipts;
        private int kinds;
        private int wanted;
        private int found;
        private final List<Long> millis = new ArrayList<>();
        private final List<Long> busy = new ArrayList<>();

        void add(long seed, Pictures pictures) {
            int width = seed % 3 == 0 ? 384 : 576;
            PrintedText printed = PrintedText.of(seed, width / 12);
            byte[] job = PictureJob.of(Picture.of(printed.lines(), width, seed), seed);
            var readings = new ArrayList<Reading>();
            PictureStream stream = pictures.stream(readings::add);
            long begun = System.nanoTime();
            long before = cpu();
            new CommandDecoder(Grammar.ESC_POS, stream).feed(job, 0, job.length);
            stream.receiptEnded();
            assertTrue(readings.getFirst().finished().join());
            millis.add(Duration.ofNanos(System.nanoTime() - begun).toMillis());
            busy.add(cpu() - before);
            var scan = new ReceiptScan();
            scan.pictured(readings.getFirst().take());
            scan.ended();
            add("seed " + seed + ", " + Picture.manner(width, seed), printed, scan);
        }

        /// Milliseconds of a core that this process and those it ended have used; 0 where the system has no `/proc`.
        /// What a process that still waits for its pages used to load its model counts for a later receipt.
        private static long cpu() {
            try {
                String stat = Files.readString(Path.of("/proc/self/stat"));
                return Stream.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "))
                        .skip(USER_TIME)
                        .limit(TIMES)
                        .mapToLong(ticks -> Long.parseLong(ticks) * MILLIS_A_TICK)
                        .sum();
            } catch (IOException ignored) {
                return 0;
            }
        }

        private static String spread(List<Long> times) {
            List<Long> sorted = times.stream().sorted().toList();
            return sorted.get(sorted.size() / 2) + " ms (of ten nine " + sorted.get(sorted.size() * 9 / 10) + " ms)";
        }

        private void add(String name, PrintedText printed, ReceiptScan scan) {
            Set<PaymentReference> taken = new LinkedHashSet<>(scan.references());
            receipts++;
            kinds += scan.kind().customers() == printed.kind().customers() ? 1 : 0;
            List<PaymentReference> checked = printed.references().stream()
                    .filter(reference -> !reference.kind().equals("out_trade_no"))
                    .toList();
            wanted += checked.size();
            for (PaymentReference reference : checked) {
                if (taken.remove(reference)) {
                    found++;
                } else {
                    System.out.println(name + ": missed " + reference);
                }
            }
            taken.removeAll(asText(printed.lines()));
            taken.forEach(reference -> wrong.add(name + ": " + reference));
        }

        /// What the same lines tell as text: what is wrong of that is not the pictures' fault.
        private static List<PaymentReference> asText(List<String> lines) {
            var scan = new ReceiptScan();
            scan.pictured(lines.stream()
                    .<Element>map(line -> new Element.Line(
                            0, 1, List.of(new Element.Run(0, 0, line.replace('\t', ' '), CharacterStyle.DEFAULT))))
                    .toList());
            scan.ended();
            return scan.references();
        }

        @Override
        public String toString() {
            return "Pictures of " + receipts + " receipts: " + found + " of " + wanted + " references, " + wrong.size()
                    + " wrong, " + kinds + " kinds right; half took " + spread(millis) + ", and of a core "
                    + spread(busy) + ".";
        }
    }
}
