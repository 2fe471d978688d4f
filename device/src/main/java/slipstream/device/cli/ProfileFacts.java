package slipstream.device.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import slipstream.escpos.profile.PrinterProfile;

/// The facts of a profile as its file has them, each with the comment above it: where it is from.
final class ProfileFacts {
    /// One line `key = value`.
    ///
    /// @param key what it is about
    /// @param value as it is written
    /// @param source the comment that it stands below; empty where there is none
    /// @param from the profile whose file it stands in
    record Fact(String key, String value, String source, String from) {}

    private static final String DIRECTORY = "slipstream/escpos/profile/";

    private ProfileFacts() {}

    /// The facts of a profile, its own before those that it has from another (`like`).
    static List<Fact> of(ProfileSource source) throws IOException {
        Map<String, Fact> facts = new LinkedHashMap<>();
        String name = source.profile().name();
        String text = source.file() == null ? text(name) : Files.readString(source.file());
        while (text != null) {
            String like = null;
            for (Fact fact : parse(name, text)) {
                if (fact.key().equals("like")) {
                    like = PrinterProfile.named(fact.value()).name();
                } else {
                    facts.putIfAbsent(fact.key(), fact);
                }
            }
            name = like;
            text = like == null ? null : text(like);
        }
        return List.copyOf(facts.values());
    }

    /// A comment is the source of the lines below it, up to the next comment.
    private static List<Fact> parse(String name, String text) {
        List<Fact> facts = new ArrayList<>();
        var source = new StringBuilder();
        boolean open = false;
        for (String line : text.replace("\uFEFF", "").lines().map(String::strip).toList()) {
            if (line.startsWith("#")) {
                if (!open) {
                    source.setLength(0);
                }
                source.append(source.isEmpty() ? "" : " ")
                        .append(line.substring(1).strip());
            } else if (line.contains("=")) {
                int equals = line.indexOf('=');
                facts.add(new Fact(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip(),
                        source.toString(),
                        name));
            }
            open = line.startsWith("#");
        }
        return facts;
    }

    /// The text of a profile that comes with the project. A module keeps its files to itself, so they are read
    /// where the module is.
    private static String text(String name) {
        String file = DIRECTORY + name + ".properties";
        Module module = PrinterProfile.class.getModule();
        try {
            if (!module.isNamed()) {
                try (InputStream in = PrinterProfile.class.getClassLoader().getResourceAsStream(file)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
            var reference = module.getLayer()
                    .configuration()
                    .findModule(module.getName())
                    .orElseThrow()
                    .reference();
            try (ModuleReader reader = reference.open();
                    InputStream in = reader.open(file).orElseThrow()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
