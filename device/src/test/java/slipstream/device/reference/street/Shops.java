package slipstream.device.reference.street;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/// Receipts that were written down whole, from the knowledge of real ones: the files of `shops`, beside this package.
///
/// ```
/// === zh48 sale 128.00 CNY restaurant      language and columns, kind, what was paid (- for nothing), name
/// ^老成都川菜馆                               centred and large
/// 桌号:A12>>人数:4                            at either edge
/// 交易单号:{wx}                               a number drawn at random, see ShopNumbers
/// {c128:{wx}}                                a CODE128, or {qr:…} a QR Code
/// ```
final class Shops {
    private static final String HEAD = "=== ";
    private static final String EDGES = ">>";

    private Shops() {}

    /// The receipts of some files, each a job.
    static List<Street.Job> jobs(String... files) {
        return Arrays.stream(files).flatMap(Shops::jobs).toList();
    }

    private static Stream<Street.Job> jobs(String file) {
        List<List<String>> receipts = new ArrayList<>();
        for (String line : text(file).lines().toList()) {
            if (line.startsWith(HEAD)) {
                receipts.add(new ArrayList<>());
            }
            receipts.getLast().add(line);
        }
        List<Street.Job> jobs = new ArrayList<>();
        for (List<String> receipt : receipts) {
            jobs.add(job(file, jobs.size(), receipt));
        }
        return jobs.stream();
    }

    private static Street.Job job(String file, int number, List<String> receipt) {
        String[] head = receipt.getFirst().substring(HEAD.length()).split(" ", 5);
        if (head.length < 5) {
            throw new IllegalArgumentException(
                    file + ": " + receipt.getFirst() + " needs language and columns, kind, total, currency and name.");
        }
        String language = head[0].replaceAll("\\d", "");
        List<Encoding> encodings = encodings(language);
        Encoding encoding = encodings.get(number % encodings.size());
        var paper = new Paper(encoding, Integer.parseInt(head[0].replaceAll("\\D", "")), number % 4 == 3);
        var truth = new Truth(kind(head[1]))
                .trait("language", language)
                .trait("encoding", encoding)
                .trait("kind", head[1]);
        if (!head[2].equals("-")) {
            truth.amount(amount(head[2]), head[3]);
        }
        String name = file + " " + head[4];
        var numbers = new ShopNumbers(truth, new Random(name.hashCode()), language, name);
        paper.begin();
        receipt.stream().skip(1).forEach(line -> write(numbers.filled(line), paper));
        List<Object> parts = paper.end();
        return new Street.Job(name, paper.bytes(), encoding.printer(paper.columns()), List.of(truth), List.of(parts));
    }

    private static void write(String text, Paper paper) {
        for (String line : text.split("\n", -1)) {
            int edge = line.indexOf(EDGES);
            if (line.startsWith("{qr:")) {
                paper.align(1).qr(line.substring(4, line.length() - 1)).align(0);
            } else if (line.startsWith("{c128:")) {
                String value = line.substring(6, line.length() - 1);
                paper.align(1)
                        .code128(value.matches("(\\d\\d)+") ? 'C' : 'B', value)
                        .align(0);
            } else if (line.startsWith("^")) {
                paper.align(1)
                        .large(true, false)
                        .line(line.substring(1))
                        .large(false, false)
                        .align(0);
            } else if (edge >= 0) {
                paper.edges(line.substring(0, edge), line.substring(edge + EDGES.length()));
            } else {
                paper.line(line);
            }
        }
    }

    /// Those of the language; UTF-8 where there is no code table for it.
    private static List<Encoding> encodings(String language) {
        return Arrays.stream(Tongue.values())
                .filter(tongue -> tongue.name().toLowerCase(Locale.ROOT).equals(language))
                .findFirst()
                .map(Tongue::encodings)
                .orElse(List.of(Encoding.UTF8_CHOSEN));
    }

    private static Kind kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind ->
                        kind.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no kind " + word + "."));
    }

    /// With a point or a comma before its last two digits, or whole.
    private static BigDecimal amount(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }

    private static String text(String file) {
        try (InputStream in = Shops.class.getResourceAsStream("/slipstream/device/reference/shops/" + file)) {
            if (in == null) {
                throw new IllegalStateException("shops/" + file + " is missing from the test resources.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
