package slipstream.device.reference.street;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.escpos.profile.PrinterProfile;

/// Jobs that other people's encoders wrote: the files beside `encoded/truth.tsv`, made by `deploy/fixtures`.
final class Encoded {
    private Encoded() {}

    /// All of them.
    static List<Street.Job> jobs() {
        Map<String, List<String[]>> files = new LinkedHashMap<>();
        for (String line :
                new String(bytes("truth.tsv"), StandardCharsets.UTF_8).lines().toList()) {
            if (!line.startsWith("#")) {
                String[] row = line.split("\t", -1);
                files.computeIfAbsent(row[0], ignored -> new ArrayList<>()).add(row);
            }
        }
        List<Street.Job> jobs = new ArrayList<>();
        files.forEach((file, rows) -> jobs.add(new Street.Job(
                file,
                bytes(file),
                PrinterProfile.named(rows.getFirst()[2]),
                rows.stream().map(Encoded::truth).toList(),
                List.of())));
        return jobs;
    }

    private static Truth truth(String[] row) {
        Kind kind = Arrays.stream(Kind.values())
                .filter(one -> one.isCalled(row[5]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("truth.tsv: there is no kind " + row[5]));
        var truth = new Truth(kind)
                .trait("language", row[3])
                .trait("encoder", row[0].split("\\.")[1])
                .trait("width", row[4])
                .trait("kind", kind);
        if (!row[6].isEmpty()) {
            truth.amount(new BigDecimal(row[6]), row[7]);
        }
        references(row[8]).forEach(reference -> truth.reference(reference, row[3] + " " + row[0], "encoded"));
        references(row[9]).forEach(one -> truth.allow(one.scheme(), one.kind(), one.value()));
        return truth;
    }

    private static List<PaymentReference> references(String list) {
        return Arrays.stream(list.split(", "))
                .filter(one -> !one.isEmpty())
                .map(one -> one.split(" ", 3))
                .map(words -> new PaymentReference(words[0], words[1], words[2]))
                .toList();
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Encoded.class.getResourceAsStream("encoded/" + name)) {
            if (in == null) {
                throw new IllegalStateException("encoded/" + name + " is missing from the test resources.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
