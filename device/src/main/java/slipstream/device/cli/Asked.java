package slipstream.device.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import slipstream.device.capture.Captures;
import slipstream.device.page.PageServer;
import slipstream.device.report.BoxAnswer;
import slipstream.device.report.BoxRequest;

/// What a running box can be asked, and what it answers.
///
/// @param file its configuration
/// @param page its live page; empty where there is none
record Asked(Box box, Path file, Optional<PageServer> page) {
    /// A page that is printed later is told of as waiting.
    private static final long PATIENCE_MS = 3_500;

    Map<String, Function<BoxRequest, BoxAnswer>> rows() {
        return Map.of(
                "status", ignored -> new BoxAnswer(null, box.status(), null),
                "reload", ignored -> reload(),
                "capture", this::capture,
                "capture-stop", ignored -> stop(),
                "test-print", this::testPrint,
                "page", ignored -> address());
    }

    private BoxAnswer reload() {
        List<String> errors = box.reload(file);
        return errors.isEmpty() ? BoxAnswer.DONE : new BoxAnswer(errors, null, null);
    }

    private BoxAnswer capture(BoxRequest request) {
        if (request.line() != null && box.line(request.line()).isEmpty()) {
            return noLine(request.line());
        }
        Optional<Path> directory = Optional.ofNullable(request.directory())
                .map(Path::of)
                .or(() -> box.config().places().store().map(store -> store.resolve("captures")));
        if (directory.isEmpty()) {
            return BoxAnswer.refused("No [store] directory is configured: say with -o where the files go.");
        }
        var options = new Captures.Options(
                directory.get(),
                Duration.ofSeconds(request.seconds() == null ? 0 : request.seconds()),
                Optional.ofNullable(request.line()),
                Boolean.TRUE.equals(request.pictures()));
        try {
            box.captures().start(options);
        } catch (IOException e) {
            return BoxAnswer.refused(e.getMessage());
        }
        return BoxAnswer.done("The box keeps what passes in " + directory.get() + " for "
                + options.time().toSeconds() + " seconds, masked, from each POS's next receipt on.");
    }

    private BoxAnswer stop() {
        return box.captures()
                .stop()
                .map(ended -> BoxAnswer.done("The capture is over: " + ended.files() + " files in "
                        + ended.options().directory() + "."
                        + (ended.dropped() == 0 ? "" : " " + ended.dropped() + " connections were broken off.")))
                .orElseGet(() -> BoxAnswer.refused("No capture runs."));
    }

    private BoxAnswer testPrint(BoxRequest request) {
        Optional<Line> line = request.line() == null ? box.lines().stream().findFirst() : box.line(request.line());
        if (line.isEmpty()) {
            return noLine(request.line());
        }
        if (request.line() == null && box.lines().size() > 1) {
            return BoxAnswer.refused("This box has several lines: say which with --line, one of " + names() + ".");
        }
        CompletableFuture<Void> printed = page(line.get());
        try {
            printed.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            return BoxAnswer.done("The printer of line " + line.get().name() + " has the test page.");
        } catch (TimeoutException ignored) {
            return BoxAnswer.done("The test page of line " + line.get().name() + " waits for its turn or its printer.");
        } catch (ExecutionException e) {
            return BoxAnswer.refused(String.valueOf(e.getCause().getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return BoxAnswer.refused("The box is ending.");
        }
    }

    private static CompletableFuture<Void> page(Line line) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        line.testPage();
                    } catch (IOException e) {
                        throw new UncheckedIOException("No test page is printed: " + e.getMessage() + ".", e);
                    }
                },
                work -> Thread.ofPlatform().name("test page").daemon().start(work));
    }

    private BoxAnswer address() {
        return page.map(PageServer::url)
                .map(BoxAnswer::done)
                .orElseGet(
                        () -> BoxAnswer.refused(
                                "The live page is not switched on: set [page] listen = \"127.0.0.1:8480\" and start the box again."));
    }

    private BoxAnswer noLine(String name) {
        return BoxAnswer.refused("There is no line \"" + name + "\", expected one of " + names() + ".");
    }

    private String names() {
        return String.join(", ", box.lines().stream().map(Line::name).toList());
    }
}
