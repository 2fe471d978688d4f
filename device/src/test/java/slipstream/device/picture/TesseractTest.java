package slipstream.device.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TesseractTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final List<String> TEXTS = List.of("交易单号", "4200001234202611221234567890", "Thank you");

    private static final String LANGUAGES = "[ \"$1\" = --list-langs ] && { printf 'eng\\ndeu\\nchi_sim\\n'; exit; };";

    @TempDir
    private Path directory;

    @Test
    void linesAreReadInTheirOrder() throws IOException {
        Installed.assume();
        List<Page> pages = Drawn.lines(Picture.of(TEXTS, 576, 1)).stream()
                .map(View.SOFT::of)
                .toList();
        try (Tesseract tesseract = Tesseract.find(LONG)) {
            for (int again = 0; again < 2; again++) {
                assertEquals(TEXTS, tesseract.read(Model.CHINESE, pages));
                List<String> english = tesseract.read(Model.ENGLISH, pages);
                assertEquals(TEXTS.get(1), english.get(1).replace(" ", ""));
                assertEquals(TEXTS.get(2), english.get(2));
            }
        }
    }

    @Test
    void aSystemWithoutItIsToldWhatToInstall() {
        var thrown = assertThrows(IOException.class, () -> Tesseract.find("no-such-program", LONG));
        assertEquals(
                "Pictures are not read: Tesseract is not installed (Debian package tesseract-ocr).",
                thrown.getMessage());
    }

    @Test
    void aSystemWithoutALanguageIsToldWhatToInstall() throws IOException {
        String program = program("echo eng");
        var thrown = assertThrows(IOException.class, () -> Tesseract.find(program, LONG));
        assertEquals(
                "Pictures are not read: Tesseract has no data for chi_sim (Debian package tesseract-ocr-chi-sim).",
                thrown.getMessage());
    }

    @Test
    void aProgramThatHangsIsKilled() throws IOException {
        String program = program(LANGUAGES + " exec sleep 600");
        try (Tesseract tesseract = Tesseract.find(program, Duration.ofMillis(50))) {
            var thrown = assertThrows(IOException.class, () -> tesseract.read(Model.ENGLISH, List.of(page())));
            assertEquals("Tesseract took longer than 50 ms.", thrown.getMessage());
        }
    }

    @Test
    void whatAHangingProgramStartedIsKilledWithIt() throws IOException {
        String program = program(LANGUAGES + " sleep 600; true");
        try (Tesseract tesseract = Tesseract.find(program, Duration.ofMillis(200))) {
            assertThrows(IOException.class, () -> tesseract.read(Model.ENGLISH, List.of(page())));
        }
    }

    @Test
    void aProgramThatCrashesIsStartedAgain() throws IOException {
        Path crashed = directory.resolve("crashed");
        String program = program(
                LANGUAGES + " mkdir " + crashed + " 2>/dev/null && kill -9 $$;" + " cat >/dev/null; printf '42\\f'");
        try (Tesseract tesseract = Tesseract.find(program, LONG)) {
            assertEquals(List.of("42"), tesseract.read(Model.ENGLISH, List.of(page())));
            assertTrue(Files.exists(crashed));
        }
    }

    @Test
    void aProgramThatHungIsStartedAgainForTheNextBatch() throws IOException {
        Path hung = directory.resolve("hung");
        String program = program(
                LANGUAGES + " cat >/dev/null; mkdir " + hung + " 2>/dev/null && exec sleep 600; printf '42\\f'");
        try (Tesseract tesseract = Tesseract.find(program, Duration.ofSeconds(1))) {
            assertThrows(IOException.class, () -> tesseract.read(Model.ENGLISH, List.of(page())));
            assertEquals(List.of("42"), tesseract.read(Model.ENGLISH, List.of(page())));
        }
    }

    @Test
    void aProgramThatCrashesEachTimeIsToldOf() throws IOException {
        String program = program(LANGUAGES + " exit 3");
        try (Tesseract tesseract = Tesseract.find(program, LONG)) {
            var thrown = assertThrows(IOException.class, () -> tesseract.read(Model.ENGLISH, List.of(page())));
            assertTrue(thrown.getMessage().startsWith("Tesseract ended with status 3"), thrown::getMessage);
        }
    }

    @Test
    void aProgramThatNeverStopsTalkingIsNotListenedTo() throws IOException {
        String program = program(LANGUAGES + " exec yes");
        try (Tesseract tesseract = Tesseract.find(program, LONG)) {
            assertThrows(IOException.class, () -> tesseract.read(Model.ENGLISH, List.of(page())));
        }
    }

    @Test
    void aProgramThatWantsTooMuchMemoryFails() throws IOException {
        String program = program(LANGUAGES
                + " { cat >/dev/null; head -c 700000000 /dev/zero | tail -n 1 >/dev/null && printf 'x\\f'; }");
        try (Tesseract tesseract = Tesseract.find(program, LONG)) {
            assertThrows(IOException.class, () -> tesseract.read(Model.ENGLISH, List.of(page())));
        }
    }

    private static Page page() {
        return new Page(20, 20, new byte[400]);
    }

    private String program(String script) throws IOException {
        Path file = Files.writeString(directory.resolve("reader"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }
}
