package slipstream.device.picture;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.tinylog.Logger;
import slipstream.escpos.receipt.Element;

/// The pictures of one receipt, read while they arrive.
///
/// Lines that may hold a reference, those with a long number and what stands next to them, are read first and told
/// at once; the others, which tell the receipt's kind, follow a batch at a time. Lines are told in the order of the
/// receipt within a batch; an empty line parts what does not follow upon each other.
public final class Reading {
    /// What a number must have to be read before all else.
    private static final int MANY_DIGITS = 10;

    private static final int BATCH = 12;
    private static final int MOST_LINES = 200;

    private static final class Line {
        private final int number;
        private final Band band;
        private final boolean urgent;
        private boolean read;

        Line(int number, Band band) {
            this.number = number;
            this.band = band;
            urgent = Glyphs.longestNumber(band) >= MANY_DIGITS;
        }
    }

    private final TextReader reader;
    private final Executor executor;
    private final long begun = System.nanoTime();
    private final CompletableFuture<Boolean> finished = new CompletableFuture<>();

    // Guarded by this.
    private final List<Band> arrived = new ArrayList<>();
    private final List<Element> told = new ArrayList<>();
    private Runnable news = () -> {};
    private boolean over;
    private boolean working;

    // Of whoever works.
    private final List<Line> lines = new ArrayList<>();
    private int lastTold = -1;
    private boolean whole = true;

    /// @param reader null where nobody reads text
    Reading(TextReader reader, Executor executor) {
        this.reader = reader;
        this.executor = executor;
    }

    /// Calls `listener`, on a thread of the reader's, whenever there is something to [#take].
    public synchronized void whenNews(Runnable listener) {
        news = listener;
    }

    /// What was read since the last call: lines and symbols.
    public synchronized List<Element> take() {
        List<Element> fresh = List.copyOf(told);
        told.clear();
        return fresh;
    }

    /// Done when the receipt is over and everything in it has been read, true; or when something could not be, false.
    public CompletableFuture<Boolean> finished() {
        return finished;
    }

    /// The next band of the receipt. Called by the thread that feeds the stream.
    synchronized void add(Band band) {
        arrived.add(band);
        begin();
    }

    /// No more bands come.
    synchronized void end() {
        over = true;
        begin();
    }

    private void begin() {
        if (!working) {
            working = true;
            executor.execute(this::work);
        }
    }

    private void work() {
        try {
            while (step()) {}
        } catch (IOException | RuntimeException e) {
            Logger.warn("A picture could not be read: {}", e.getMessage());
            finished.complete(false);
        }
    }

    /// One batch.
    ///
    /// @return whether there may be more
    private boolean step() throws IOException {
        List<Band> fresh;
        boolean last;
        synchronized (this) {
            fresh = List.copyOf(arrived);
            arrived.clear();
            last = over;
        }
        fresh.forEach(this::sort);
        List<Line> batch = batch(last);
        if (!batch.isEmpty()) {
            read(batch);
            return true;
        }
        synchronized (this) {
            working = !arrived.isEmpty() || over != last;
            if (working) {
                return true;
            }
        }
        if (last) {
            long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            Logger.debug("Pictures of a receipt: {} lines read in {} ms.", lines.size(), millis);
            finished.complete(whole);
        }
        return false;
    }

    private void sort(Band band) {
        List<Element.Symbol> symbols = SymbolReader.read(band);
        if (!symbols.isEmpty()) {
            tell(new ArrayList<>(symbols));
        } else if (reader != null) {
            for (Band line : Lines.of(band)) {
                if (lines.size() < MOST_LINES) {
                    lines.add(new Line(lines.size(), line));
                } else {
                    whole = false;
                }
            }
        }
    }

    /// What to read next: everything urgent, or some of the rest.
    private List<Line> batch(boolean last) {
        List<Line> urgent = new ArrayList<>();
        for (Line line : lines) {
            boolean wanted = line.urgent || urgent(line.number + 1) || urgent(line.number - 1);
            boolean neighboursKnown = last || line.number + 1 < lines.size();
            if (!line.read && wanted && neighboursKnown) {
                urgent.add(line);
            }
        }
        if (!urgent.isEmpty()) {
            return urgent;
        }
        List<Line> rest = lines.stream().filter(line -> !line.read).limit(BATCH).toList();
        return last || rest.size() == BATCH ? rest : List.of();
    }

    private boolean urgent(int number) {
        return number >= 0 && number < lines.size() && lines.get(number).urgent;
    }

    private void read(List<Line> batch) throws IOException {
        List<List<String>> chinese = lists(batch.size());
        List<List<String>> english = lists(batch.size());
        List<Integer> all =
                java.util.stream.IntStream.range(0, batch.size()).boxed().toList();
        List<Integer> numbers = all.stream().filter(i -> batch.get(i).urgent).toList();
        CompletableFuture<Void> meanwhile = meanwhile(batch, numbers, View.PLAIN, english);
        read(batch, all, Model.CHINESE, View.PLAIN, chinese);
        join(meanwhile);
        List<Integer> late = all.stream()
                .filter(i -> english.get(i).isEmpty()
                        && Agreement.needed(chinese.get(i).getFirst()))
                .toList();
        read(batch, late, Model.ENGLISH, View.PLAIN, english);
        List<Integer> doubtful = all.stream()
                .filter(i -> Agreement.whole(chinese.get(i), english.get(i)).isEmpty())
                .toList();
        meanwhile = meanwhile(batch, doubtful, View.SMOOTH, english);
        read(batch, doubtful, Model.CHINESE, View.SMOOTH, chinese);
        join(meanwhile);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Line line = batch.get(i);
            line.read = true;
            if (line.number != lastTold + 1) {
                elements.add(element(line.number, ""));
            }
            lastTold = line.number;
            elements.add(element(line.number, Agreement.partial(chinese.get(i), english.get(i))));
        }
        tell(elements);
    }

    private static List<List<String>> lists(int count) {
        List<List<String>> lists = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private CompletableFuture<Void> meanwhile(
            List<Line> batch, List<Integer> which, View view, List<List<String>> readings) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        read(batch, which, Model.ENGLISH, view, readings);
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                },
                executor);
    }

    private static void join(CompletableFuture<Void> task) throws IOException {
        try {
            task.join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        }
    }

    private void read(List<Line> batch, List<Integer> which, Model model, View view, List<List<String>> readings)
            throws IOException {
        if (which.isEmpty()) {
            return;
        }
        List<String> texts = reader.read(
                model, which.stream().map(i -> view.of(batch.get(i).band)).toList());
        for (int i = 0; i < which.size(); i++) {
            readings.get(which.get(i)).add(texts.get(i));
        }
    }

    private Element element(int number, String text) {
        return new Element.Line(
                0, number + 1, List.of(new Element.Run(0, 0, text, slipstream.escpos.state.CharacterStyle.DEFAULT)));
    }

    private void tell(List<Element> elements) {
        Runnable listener;
        synchronized (this) {
            told.addAll(elements);
            listener = news;
        }
        listener.run();
    }
}
