package slipstream.device.reference.street;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import slipstream.device.reference.street.Truth.Printed;

/// Generated receipts in the form of `deploy/fixtures/receipts.json`, for encoders that are not ours.
final class Parts {
    private Parts() {}

    /// The first job of each language that is one sale with a reference.
    static List<Object> of(List<Street.Job> jobs, Set<String> languages) {
        Set<String> wanted = new HashSet<>(languages);
        List<Object> chosen = new ArrayList<>();
        for (Street.Job job : jobs) {
            Truth truth = job.receipts().getFirst();
            boolean sale = job.receipts().size() == 1 && truth.kind() == Kind.SALE;
            if (sale
                    && !truth.printed().isEmpty()
                    && wanted.remove(truth.traits().get("language"))) {
                chosen.add(job(truth, job.parts().getFirst()));
            }
        }
        return chosen;
    }

    private static Map<String, Object> job(Truth truth, List<Object> parts) {
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("kind", "sale");
        receipt.put("total", truth.total().map(BigDecimal::toPlainString).orElse(null));
        receipt.put("currency", truth.currency().orElse(null));
        receipt.put(
                "references",
                truth.printed().stream()
                        .map(Printed::reference)
                        .map(one -> one.scheme() + " " + one.kind() + " " + one.value())
                        .toList());
        receipt.put("allowed", truth.allowed());
        receipt.put("parts", parts);
        String language = truth.traits().get("language");
        Map<String, Object> job = new LinkedHashMap<>();
        job.put("name", "generated-" + language);
        job.put("language", language);
        job.put("columns", Integer.valueOf(truth.traits().get("width")));
        job.put("receipts", List.of(receipt));
        return job;
    }
}
