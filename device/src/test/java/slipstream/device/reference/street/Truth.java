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
    record Printed(PaymentReference reference, String label, String layout) {
        boolean is(PaymentReference told) {
            return reference.scheme().equals(told.scheme())
                    && reference.kind().equals(told.kind())
                    && reference.value().equals(told.value());
        }
    }

    /// What may be told and need not; of kind `*` whatever it is called, but not an RRN.
    private record Allowed(String scheme, String kind, String value) {
        boolean is(PaymentReference told) {
            boolean kindFits = kind.equals("*") ? !told.kind().equals("rrn") : kind.equals(told.kind());
            return scheme.equals(told.scheme()) && kindFits && value.equals(told.value());
        }
    }

    private final Kind kind;
    private final Map<String, String> traits = new LinkedHashMap<>();
    private final List<Printed> printed = new ArrayList<>();
    private final List<Allowed> allowed = new ArrayList<>();
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

    /// It may be told, and need not: the payment that a refund gives back; or, of kind `*`, a number that the
    /// bank prints beside its reference.
    void allow(String scheme, String ofKind, String value) {
        allowed.add(new Allowed(scheme, ofKind, value));
    }

    /// What may be told, in the words of `deploy/fixtures`.
    List<String> allowed() {
        return allowed.stream()
                .map(one -> one.scheme() + " " + one.kind() + " " + one.value())
                .toList();
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

    /// Whether that is on the paper.
    boolean allows(PaymentReference told) {
        return printed.stream().anyMatch(one -> one.is(told))
                || allowed.stream().anyMatch(one -> one.is(told));
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
