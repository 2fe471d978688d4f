package slipstream.device.picture;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/// Has lines read round by round, until their numbers are agreed upon or all models have looked twice.
///
/// | round | one model | meanwhile the other |
/// | --- | --- | --- |
/// | 1 | Chinese | English, where a long number is to be expected; else afterwards, where there is one |
/// | 2 | English | German |
/// | 3 | Chinese | German |
///
/// @param executor runs the other model: a box has more than one core
record Rounds(TextReader reader, Executor executor) {
    /// Reads `lines`.
    void read(List<Line> lines) throws IOException {
        List<Line> urgent = lines.stream().filter(line -> line.urgent).toList();
        List<Line> others = lines.stream().filter(line -> !line.urgent).toList();
        CompletableFuture<Void> meanwhile = meanwhile(urgent, Model.ENGLISH, View.FAINT);
        read(lines, Model.CHINESE, View.LARGE);
        join(meanwhile);
        read(open(others), Model.ENGLISH, View.FAINT);
        both(open(lines), Model.ENGLISH, View.LARGE, Model.GERMAN, View.SOFT);
        both(open(lines), Model.CHINESE, View.FAINT, Model.GERMAN, View.FAINT);
    }

    private void both(List<Line> lines, Model one, View ones, Model other, View others) throws IOException {
        CompletableFuture<Void> meanwhile = meanwhile(lines, other, others);
        read(lines, one, ones);
        join(meanwhile);
    }

    private static List<Line> open(List<Line> lines) {
        return lines.stream().filter(line -> line.readings.open()).toList();
    }

    private CompletableFuture<Void> meanwhile(List<Line> lines, Model model, View view) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        read(lines, model, view);
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

    private void read(List<Line> lines, Model model, View view) throws IOException {
        List<String> texts = texts(lines, model, view);
        for (int i = 0; i < texts.size(); i++) {
            lines.get(i).add(model, texts.get(i));
        }
    }

    /// What `model` makes of `lines` in one view.
    List<String> texts(List<Line> lines, Model model, View view) throws IOException {
        return lines.isEmpty()
                ? List.of()
                : reader.read(
                        model, lines.stream().map(line -> view.of(line.band)).toList());
    }
}
