package slipstream.device.reference;

import java.util.ArrayList;
import java.util.List;
import slipstream.device.reference.evidence.KindMarks;
import slipstream.device.reference.text.Finder;
import slipstream.device.reference.text.Vocabulary;
import slipstream.device.reference.text.Words;
import slipstream.device.reference.total.TotalReader;

/// What lines say by the words of all tables but those of labels: each line is passed once.
final class Said {
    private static final Vocabulary VOCABULARY = vocabulary();

    private final Finder finder = new Finder(VOCABULARY);
    private final KindMarks marks = new KindMarks();
    private final TotalReader total = new TotalReader();
    private final PaymentWords payments = new PaymentWords();

    private static Vocabulary vocabulary() {
        List<Words<?>> tables = new ArrayList<>(TotalReader.tables());
        tables.add(KindMarks.table());
        tables.add(PaymentWords.WORDS);
        return Vocabulary.of(tables);
    }

    /// Takes the next line.
    void line(String text) {
        finder.read(text);
        marks.line(finder);
        total.line(finder);
        payments.line(finder);
    }

    KindMarks marks() {
        return marks;
    }

    TotalReader total() {
        return total;
    }

    PaymentWords payments() {
        return payments;
    }

    Finder finder() {
        return finder;
    }
}
