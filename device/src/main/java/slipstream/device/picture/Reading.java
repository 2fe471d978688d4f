package slipstream.device.picture;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.tinylog.Logger;
import slipstream.escpos.receipt.Element;

/// The pictures of one receipt, read while they arrive.
///
/// Lines that may hold a reference, those with a long number and what stands next to them, are read first and told
/// at once, an empty line where others are left out. The rest, which tells the receipt's kind, follows a batch at a
/// time; once all is read, the whole receipt is told in its order.
public final class Reading {
    private static final int BATCH = 12;
    private static final int MOST_LINES = 200;

    /// What waits to be looked at: some metres of paper.
    private static final int MOST_BANDS = 400;

    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("[0-9*]{6}$");
    /// What Chinese models see in white.
    private static final Pattern CLUTTER = Pattern.compile("[“”‘’。]");

    private static final Pattern ONLY_NUMBER = Pattern.compile("[0-9*]+");

    private final Supplier<TextReader> readers;
    private final Executor executor;
    private final Duration latest;
    private final long begun = System.nanoTime();
    private final CompletableFuture<Boolean> finished = new CompletableFuture<>();

    // Guarded by this.
    private final List<Band> arrived = new ArrayList<>();
    private final List<Element> told = new ArrayList<>();
    private Runnable news = () -> {};
    private int bands;
    private boolean over;
    private long ended;
    private long since;
    private long rows;
    private boolean working;

    // Of whoever works.
    private final List<Line> lines = new ArrayList<>();
    private final Specimens specimens = new Specimens();
    private boolean whole = true;

    /// @param readers gives who reads text, null where nobody does; asked by the executor's threads
    /// @param latest how long after the receipt's end anybody waits for it
    Reading(Supplier<TextReader> readers, Executor executor, Duration latest) {
        this.latest = latest;
        this.readers = readers;
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

    /// When the first row of the receipt's pictures came, as [System#nanoTime] counts; known at its end.
    public synchronized long since() {
        return since;
    }

    /// How many rows of dots its pictures have; known at its end.
    public synchronized long rows() {
        return rows;
    }

    /// How long it has taken since its first picture.
    public Duration took() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /// The next band of the receipt. Called by the thread that feeds the stream.
    synchronized void add(Band band) {
        if (bands++ < MOST_BANDS) {
            arrived.add(band);
            begin();
        }
    }

    /// No more bands come.
    ///
    /// @param firstRow when the first row of its pictures came, as [System#nanoTime] counts
    /// @param allRows how many there were
    synchronized void end(long firstRow, long allRows) {
        since = firstRow;
        rows = allRows;
        over = true;
        ended = System.nanoTime();
        begin();
    }

    private void begin() {
        if (!working) {
            working = true;
            try {
                executor.execute(this::work);
            } catch (RejectedExecutionException ignored) {
                finished.complete(false);
            }
        }
    }

    private void work() {
        try {
            while (step()) {}
        } catch (IOException | RuntimeException e) {
            Logger.warn("A picture could not be read, its receipt has no link: {}", e.getMessage());
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
            whole &= bands <= MOST_BANDS;
            if (last && System.nanoTime() - ended > latest.toNanos()) {
                throw new IOException("its end was " + latest.toSeconds() + " s ago.");
            }
        }
        fresh.forEach(this::sort);
        List<Line> batch = batch(last);
        if (!batch.isEmpty()) {
            read(batch, last);
            return true;
        }
        synchronized (this) {
            working = !arrived.isEmpty() || over != last;
            if (working) {
                return true;
            }
        }
        if (last) {
            List<Element> all = elements(lines, true);
            all.addAll(secondOpinions());
            tell(all);
            Logger.debug("Pictures of a receipt: {} lines read in {} ms.", lines.size(), took().toMillis());
            finished.complete(whole);
        }
        return false;
    }

    private void sort(Band band) {
        List<Element.Symbol> symbols = SymbolReader.read(band);
        if (!symbols.isEmpty()) {
            tell(new ArrayList<>(symbols));
        } else if (readers.get() != null) {
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
            if (line.text == null && wanted && (last || followed(line.number))) {
                urgent.add(line);
            }
        }
        if (!urgent.isEmpty()) {
            return urgent;
        }
        List<Line> rest =
                lines.stream().filter(line -> line.text == null).limit(BATCH).toList();
        return last || rest.size() == BATCH ? rest : List.of();
    }

    /// Whether the line is known that follows the urgent ones from `number` on: only then is it sure where a number
    /// ends that the paper's edge cuts in two.
    private boolean followed(int number) {
        int next = number;
        while (urgent(next)) {
            next++;
        }
        return next < lines.size();
    }

    private boolean urgent(int number) {
        return number >= 0 && number < lines.size() && lines.get(number).urgent;
    }

    private void read(List<Line> batch, boolean last) throws IOException {
        new Rounds(readers.get(), executor).read(batch);
        for (Line line : batch) {
            line.text = clean(line.readings.text());
            specimens.add(line.number, line.band, line.text);
        }
        batch.forEach(line -> line.text = specimens.compared(line.number, line.band, line.text));
        List<Line> near = lines.stream()
                .filter(line -> line.text != null && batch.stream().anyMatch(read -> read.urgent && read.near(line)))
                .toList();
        if (!near.isEmpty()) {
            tell(elements(near, last));
        }
    }

    /// What another view makes of lines without digits: a receipt's kind must not hang on one misread character.
    private List<Element> secondOpinions() throws IOException {
        List<Line> words = lines.stream()
                .filter(line -> line.text.chars().noneMatch(Character::isDigit))
                .toList();
        List<Element> elements = new ArrayList<>();
        if (!words.isEmpty()) {
            List<String> texts = new Rounds(readers.get(), executor).texts(words, Model.CHINESE, View.SOFT);
            for (int i = 0; i < texts.size(); i++) {
                elements.add(element(words.get(i).number, ""));
                elements.add(element(words.get(i).number, clean(texts.get(i))));
            }
        }
        return elements;
    }

    private static String clean(String text) {
        return CLUTTER.matcher(text).replaceAll(" ").strip();
    }

    /// The texts of some lines in their order. A number that the paper's edge has cut in two is whole again, once all
    /// lines are there: a wider one shows where the edge is.
    private List<Element> elements(List<Line> some, boolean all) {
        List<Element> elements = new ArrayList<>();
        int before = -1;
        for (int i = 0; i < some.size(); i++) {
            Line line = some.get(i);
            var text = new StringBuilder(line.text);
            while (i + 1 < some.size() && goesOn(some.get(i), some.get(i + 1))) {
                i++;
                text.append(some.get(i).text);
            }
            if (!all && some.get(i) != line) {
                continue;
            }
            if (line.number != before + 1) {
                elements.add(element(line.number, ""));
            }
            before = some.get(i).number;
            elements.add(element(line.number, text.toString()));
        }
        return elements;
    }

    /// Whether `line` has no room for another character, and `next` is but the rest of its number.
    private boolean goesOn(Line line, Line next) {
        int room = lines.stream().mapToInt(each -> each.band.right()).max().orElse(0) - line.band.right();
        return next.number == line.number + 1
                && room < line.band.height()
                && ENDS_IN_NUMBER.matcher(line.text).find()
                && ONLY_NUMBER.matches(next.text);
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
