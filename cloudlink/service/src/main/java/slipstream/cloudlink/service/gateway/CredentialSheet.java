package slipstream.cloudlink.service.gateway;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import slipstream.cloudlink.service.config.ConfigurationException;
import slipstream.cloudlink.service.config.TomlFile;
import slipstream.cloudlink.service.tls.Pem;

/// What a merchant entrusts to us at one platform, as names and texts: the form in which it is sealed away.
///
/// Each getter throws an [IllegalArgumentException] of one sentence, which never holds a value.
public final class CredentialSheet {
    private static final String FILE = "-file";

    private final Map<String, String> values;
    private final Set<String> asked = new TreeSet<>();

    public CredentialSheet(Map<String, String> values) {
        this.values = new TreeMap<>(values);
    }

    /// Reads a credentials file (TOML, texts only). `x-file` names a file, relative to this one, whose
    /// content becomes `x`.
    ///
    /// @throws IOException in one sentence, when a file cannot be read
    public static CredentialSheet read(Path file) throws IOException {
        var values = new TreeMap<String, String>();
        for (var entry : TomlFile.read(file).flatTexts().entrySet()) {
            var key = entry.getKey();
            if (key.endsWith(FILE)) {
                var named = file.toAbsolutePath().getParent().resolve(entry.getValue());
                values.put(key.substring(0, key.length() - FILE.length()), content(named.normalize()));
            } else {
                values.put(key, entry.getValue());
            }
        }
        return new CredentialSheet(values);
    }

    /// Reads a sheet that was sent, and what was sent along with it. No file of this machine is read.
    ///
    /// @param files the text of each file, by its name; folders before a name in the sheet do not matter
    /// @throws IllegalArgumentException in one sentence, when it is no TOML of texts or names another file
    public static CredentialSheet parse(String text, Map<String, String> files) {
        var values = new TreeMap<String, String>();
        for (var entry : texts(text).entrySet()) {
            var key = entry.getKey();
            if (key.endsWith(FILE)) {
                var plain = key.substring(0, key.length() - FILE.length());
                var content = files.get(entry.getValue().replaceFirst(".*[/\\\\]", ""));
                if (content == null) {
                    throw new IllegalArgumentException("'" + key + "' names a file, its content was expected as '"
                            + plain + "' between ''' and '''");
                }
                values.put(plain, content.strip());
            } else {
                values.put(key, entry.getValue());
            }
        }
        return new CredentialSheet(values);
    }

    private static Map<String, String> texts(String text) {
        try {
            return TomlFile.parse("sheet", text).flatTexts();
        } catch (ConfigurationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static String content(Path file) throws IOException {
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": no such file", e);
        } catch (IOException e) {
            throw new IOException(file + ": cannot be read as text", e);
        }
    }

    /// Everything, secrets too: for sealing.
    public Map<String, String> values() {
        return Map.copyOf(values);
    }

    public boolean has(String key) {
        return optional(key).isPresent();
    }

    public Optional<String> optional(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key)).filter(text -> !text.isBlank());
    }

    public String text(String key) {
        return optional(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + key + "' (or '" + key + FILE + "') is missing among the credentials"));
    }

    /// A text of a known shape.
    ///
    /// @param expected the shape in words
    public String text(String key, Pattern shape, String expected) {
        var text = text(key);
        if (!shape.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + key + "' has " + text.length() + " characters, expected " + expected);
        }
        return text;
    }

    /// A private key: PEM, or the bare base64 of PKCS#8 as the platforms' tools give it.
    public PrivateKey privateKey(String key) {
        return read(key, "a private key without password in PEM form", Pem::privateKey);
    }

    /// A public key: PEM, a certificate, or the bare base64 of SubjectPublicKeyInfo.
    public PublicKey publicKey(String key) {
        return read(key, "a public key in PEM form", Pem::publicKey);
    }

    /// One or more certificates.
    public List<X509Certificate> certificates(String key) {
        return read(key, "certificates in PEM form", Pem::certificates);
    }

    private <T> T read(String key, String expected, Reading<T> reading) {
        var text = text(key);
        try {
            return reading.of(key, text);
        } catch (IOException e) {
            throw new IllegalArgumentException("'" + key + "' cannot be read, expected " + expected, e);
        }
    }

    /// An `http` or `https` address without query.
    public URI url(String key, String otherwise) {
        var text = optional(key).orElse(otherwise);
        try {
            var uri = URI.create(text);
            if (Set.of("http", "https").contains(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawQuery() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new IllegalArgumentException(
                "'" + key + "' is '" + text + "', expected an address such as https://pay.example");
    }

    /// Call last: a key nobody asked for is a slip of the pen.
    public void refuseUnknownKeys() {
        for (var key : values.keySet()) {
            if (!asked.contains(key)) {
                throw new IllegalArgumentException(
                        "'" + key + "' is unknown among the credentials, expected one of " + String.join(", ", asked));
            }
        }
    }

    /// Says which names there are, never the texts.
    @Override
    public String toString() {
        return "CredentialSheet" + values.keySet();
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(String where, String text) throws IOException;
    }
}
