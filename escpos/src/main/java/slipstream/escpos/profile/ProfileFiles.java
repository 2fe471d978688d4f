package slipstream.escpos.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where profiles' files are: those of the project by name, a technician's own by path.
final class ProfileFiles {
    private static final int LONGEST_FILE = 1 << 16;

    private ProfileFiles() {}

    /// As [PrinterProfile#chosen].
    static ProfileFile chosen(String written, Path directory) {
        boolean own = written.endsWith(PrinterProfile.ENDING) || written.contains("/");
        return own ? own(directory.resolve(written)) : bundled(written);
    }

    static ProfileFile own(Path file) {
        return based(ProfileFile.parse(file.toString(), lines(file), PrinterProfile.KEYS));
    }

    static ProfileFile bundled(String name) {
        String profile = ProfileIndex.profile(name);
        if (profile == null) {
            throw new ProfileException("There is no printer profile \"" + name + "\"" + suggestion(name));
        }
        return based(resource(profile));
    }

    /// The file, with what it is like.
    private static ProfileFile based(ProfileFile file) {
        if (file.has("like")) {
            String other = file.text("like");
            String profile = Optional.ofNullable(ProfileIndex.profile(other))
                    .orElseThrow(() ->
                            file.wrong("like", "there is no printer profile \"" + other + "\"" + suggestion(other)));
            file.basedOn(based(resource(profile)));
        }
        return file;
    }

    private static ProfileFile resource(String name) {
        String file = name + PrinterProfile.ENDING;
        try (InputStream in = PrinterProfile.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new ProfileException("The printer profile " + file + " is missing from this program.");
            }
            return ProfileFile.parse(file, text(file, in.readAllBytes()), PrinterProfile.KEYS);
        } catch (IOException e) {
            throw new ProfileException("The printer profile " + file + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private static List<String> lines(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ProfileException("There is no file " + file + " to read a printer profile from.");
        }
        try {
            if (Files.size(file) > LONGEST_FILE) {
                throw new ProfileException("The file " + file + " has " + Files.size(file)
                        + " bytes, but a printer profile has at most " + LONGEST_FILE + ".");
            }
            return text(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ProfileException("The file " + file + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private static List<String> text(String file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replace("\uFEFF", "")
                    .lines()
                    .toList();
        } catch (CharacterCodingException e) {
            throw new ProfileException("The file " + file + " is not text in UTF-8, as a printer profile has to be.");
        }
    }

    private static String suggestion(String name) {
        return Nearest.to(name, ProfileIndex.namesAndAliases())
                .map(near -> "; was \"" + near + "\" meant?")
                .orElse("; known are " + String.join(", ", ProfileIndex.names()) + ".");
    }
}
