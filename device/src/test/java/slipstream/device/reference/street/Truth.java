package slipstream.device.reference.street;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipstream.cloudlink.protocol.PaymentReference;

/// What one receipt says, as its author knows.
final class Truth {
    /// A reference as it stands on the paper.
    record Printed(PaymentReference reference, String label, String layout) {}

    private final Kind kind;
    private final Map<String, String> traits = new LinkedHashMap<>();
    private final List<Printed> printed = new ArrayList<>();
    private final List<PaymentReference> allowed = new ArrayList<>();
    private final Map<String, String> decoys = new LinkedHashMap<>();
    private BigDecimal total;
    private String currency;
    private LocalDateTime time;

    Truth(Kind kind) {
        this.kind = kind;
    }

    /// What distinguishes it: `language`, `encoding`, `width`.
    Truth trait(String name, Object value) {
        traits.put(name, value.toString());
        return this;
    }

    void reference(PaymentReference reference, String label, String layout) {
        printed.add(new Printed(reference, label, layout));
    }

    /// It may be told, and need not: the payment that a refund gives back.
    void allow(PaymentReference reference) {
        allowed.add(reference);
    }

    /// A number that is none, however it looks.
    void decoy(String name, String value) {
        decoys.put(bare(value), name);
    }

    void amount(BigDecimal amount, String ofCurrency) {
        total = amount;
        currency = ofCurrency;
    }

    void time(LocalDateTime printedTime) {
        time = printedTime;
    }

    Kind kind() {
        return kind;
    }

    Map<String, String> traits() {
        return traits;
    }

    List<Printed> printed() {
        return printed;
    }

    boolean expects(PaymentReference reference) {
        return printed.stream().anyMatch(one -> one.reference().equals(reference));
    }

    boolean allows(PaymentReference reference) {
        return expects(reference) || allowed.contains(reference);
    }

    /// What a value that should not have been told really is.
    String whatIs(String value) {
        for (Printed one : printed) {
            String right = one.reference().value();
            if (right.equals(value)) {
                return "named wrong: " + one.reference().scheme() + " "
                        + one.reference().kind();
            }
            if (right.contains(value) || value.contains(right)) {
                return "a part or an extension of a reference, " + one.layout();
            }
        }
        return decoys.entrySet().stream()
                .filter(decoy -> decoy.getKey().contains(value) || value.contains(decoy.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("unknown");
    }

    private static String bare(String value) {
        return value.replaceAll("[ -]", "");
    }

    Optional<BigDecimal> total() {
        return Optional.ofNullable(total);
    }

    Optional<String> currency() {
        return Optional.ofNullable(currency);
    }

    Optional<LocalDateTime> time() {
        return Optional.ofNullable(time);
    }
}
