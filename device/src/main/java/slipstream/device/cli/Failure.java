package slipstream.device.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// What a command says when it cannot do what it was asked.
final class Failure extends RuntimeException {
    /// The exit code of what could not be done.
    static final int FAILED = 1;

    /// The exit code of what was asked for wrongly.
    static final int WRONG_USE = 2;

    private static final long serialVersionUID = 1;

    private final boolean wrongUse;

    private Failure(String sentence, boolean wrongUse) {
        super(sentence, null, false, false);
        this.wrongUse = wrongUse;
    }

    /// It was asked for something impossible.
    static Failure wrongUse(String sentence) {
        return new Failure(sentence, true);
    }

    /// It could not be done.
    static Failure failed(String sentence) {
        return new Failure(sentence, false);
    }

    /// The exit code of a command that ended so.
    static int code(Throwable thrown) {
        return thrown instanceof Failure failure && failure.wrongUse ? WRONG_USE : FAILED;
    }

    /// What `thrown` says, for people.
    static String sentence(Throwable thrown) {
        Throwable cause = thrown instanceof UncheckedIOException ? thrown.getCause() : thrown;
        String sentence = switch (cause) {
            case NoSuchFileException e -> "There is no file or directory " + e.getFile();
            case AccessDeniedException e -> "Access to " + e.getFile() + " is denied";
            case FileSystemException e ->
                e.getFile() + " cannot be used" + (e.getReason() == null ? "" : " (" + e.getReason() + ")");
            case Failure e -> e.getMessage();
            case IOException e -> e.getMessage() == null ? "Reading or writing failed" : begun(e.getMessage());
            case OutOfMemoryError e -> "There is not enough memory";
            default -> "A fault of ours: " + cause;
        };
        return sentence(sentence);
    }

    /// `text` as a sentence: one line, ended by a full stop. It may begin with the name of a file, which stays as
    /// it was written.
    static String sentence(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.endsWith(".") || line.endsWith("?") ? line : line + ".";
    }

    private static String begun(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
