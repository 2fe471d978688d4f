package slipstream.device.reference.street;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipstream.device.reference.Explanation;
import slipstream.device.reference.ReceiptScan;
import slipstream.device.reference.Rules;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.receipt.ReceiptReader;

/// Lines that are only glanced at would have given nothing if they had been read.
class GlanceTest {
    private static final int JOBS = 400;
    private static final int BODY_LIMIT = 8192;

    @Test
    void aReceiptReadLineByLineTellsWhatItTellsAtAGlance() {
        List<Receipt> receipts = receipts();
        int told = 0;
        int glancedAt = 0;
        for (Receipt receipt : receipts) {
            List<Object> glance = told(new ReceiptScan(), receipt.elements());
            List<Object> ungated = told(
                    new ReceiptScan(),
                    receipt.elements().stream().map(GlanceTest::shown).toList());
            List<Object> whole = told(new ReceiptScan(Rules.builtIn(), new Explanation()), receipt.elements());
            assertEquals(whole, glance);
            assertEquals(ungated, glance);
            told += glance.size();
            glancedAt += (int)
                    receipt.lines().stream().filter(line -> !line.figures()).count();
        }
        int lines =
                receipts.stream().mapToInt(receipt -> receipt.lines().size()).sum();
        assertTrue(told > receipts.size() / 2, "too few references to tell");
        assertTrue(glancedAt > lines / 2, glancedAt + " of " + lines);
    }

    /// The line, as if it might hold a number whatever it holds.
    private static Element shown(Element element) {
        return element instanceof Element.Line line
                ? new Element.Line(line.offset(), line.number(), line.runs(), true)
                : element;
    }

    private static List<Object> told(ReceiptScan scan, List<Element> elements) {
        List<Object> told = new ArrayList<>();
        for (int count = 1; count <= elements.size(); count++) {
            told.addAll(scan.printed(elements.subList(0, count)));
        }
        told.addAll(scan.ended());
        return told;
    }

    private static List<Receipt> receipts() {
        List<Street.Job> jobs =
                new ArrayList<>(Shops.jobs("china.txt", "asia.txt", "west.txt", "again.txt", "third.txt"));
        jobs.addAll(Street.jobs(Long.getLong("street.seed", 6), JOBS));
        jobs.addAll(Street.inUnseenWords(Long.getLong("street.seed", 7), JOBS));
        List<Receipt> receipts = new ArrayList<>();
        for (Street.Job job : jobs) {
            var reader = new ReceiptReader(job.printer(), receipts::add);
            var commands = new CommandReader(BODY_LIMIT, reader::accept);
            new CommandDecoder(Grammar.ESC_POS, commands).feed(job.bytes(), 0, job.bytes().length);
            commands.flush();
            reader.end(Receipt.Ending.END_OF_STREAM);
        }
        return receipts;
    }
}
