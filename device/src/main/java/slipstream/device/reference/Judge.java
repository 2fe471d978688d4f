package slipstream.device.reference;

import java.util.Optional;
import slipstream.device.reference.Decision.Reason;

/// Decides whether a number is a payment reference.
final class Judge {
    /// Shorter than any reference.
    private static final int SHORTEST = 6;

    /// A number that misses its length by more is another kind of number.
    private static final int NEAR = 2;

    private final Rules rules;
    private final Surroundings receipt;
    private final boolean explains;

    /// @param explains whether anyone wants to know why a number is none
    Judge(Rules rules, Surroundings receipt, boolean explains) {
        this.rules = rules;
        this.receipt = receipt;
        this.explains = explains;
    }

    /// What `number` is where `context` surrounds it.
    Decision of(Number number, Context context) {
        if (number.part()) {
            return Decision.PART;
        }
        if (number.value().length() < SHORTEST) {
            return Decision.NEITHER;
        }
        if (context.pictured() && number.digits() == null) {
            return Decision.not(Reason.PICTURED, null);
        }
        NumberRule pinned = rules.learns() ? pinned(number, context) : null;
        if (pinned != null) {
            return Decision.taken(pinned);
        }
        if (context.never()) {
            return Decision.not(Reason.LABELLED_OTHERWISE, context.labels().getFirst());
        }
        if (context.roles().contains(Label.TERMINAL)) {
            return Decision.TERMINAL;
        }
        Impostor impostor = Impostor.of(number);
        if (impostor != null) {
            return Decision.not(Reason.IMPOSTOR, impostor);
        }
        for (NumberRule rule : rules.numbers()) {
            if (rule.learned() == null
                    && rule.fits(number)
                    && rule.vouched(context)
                    && !ofAnotherTender(rule, number, context)) {
                return Decision.taken(rule);
            }
        }
        return explains ? why(number, context) : Decision.NEITHER;
    }

    /// The learned rule that the number and its surroundings fit. Its own label and place outrank what else the
    /// number might be called, but never a secret.
    private NumberRule pinned(Number number, Context context) {
        for (NumberRule rule : rules.numbers()) {
            if (rule.learned() != null && rule.fits(number) && rule.vouched(context)) {
                Impostor impostor = Impostor.of(number);
                boolean chance = impostor != null && impostor.mayBeChance() && rule.noCards(number);
                return impostor != null && impostor.secret() && !chance ? null : rule;
            }
        }
        return null;
    }

    /// A label that any platform's number may have vouches for none of a platform that did not move the money.
    private boolean ofAnotherTender(NumberRule rule, Number number, Context context) {
        if (!rule.shape().strong()
                || rule.vouchers().contains(NumberRule.ANY)
                || context.roles().contains(rule.scheme())) {
            return false;
        }
        Optional<String> paid = receipt.paidBy();
        return paid.isPresent() && !paid.get().equals(rule.scheme());
    }

    /// Whether `number` is no reference however it is labelled.
    static boolean impostor(Number number) {
        return Impostor.of(number) != null;
    }

    /// Why no rule took the number.
    private Decision why(Number number, Context context) {
        NumberRule shaped = null;
        NumberRule labelled = null;
        for (NumberRule rule : rules.numbers()) {
            boolean fits = rule.fits(number);
            boolean vouched = context.roles().stream().anyMatch(rule.vouchers()::contains);
            shaped = shaped == null && fits ? rule : shaped;
            if (vouched && (labelled == null || apart(rule, number) < apart(labelled, number))) {
                labelled = rule;
            }
        }
        if (labelled != null && apart(labelled, number) > NEAR && labels(context) > 1) {
            return Decision.not(Reason.NO_KNOWN_SHAPE, context.labels().getFirst());
        }
        if (labelled != null) {
            boolean picture = context.pictured() && labelled.fits(number);
            return Decision.not(picture ? Reason.PICTURED : Reason.OTHER_SHAPE, labelled);
        }
        if (shaped == null) {
            return Decision.NEITHER;
        }
        if (!context.labels().isEmpty()) {
            return Decision.not(Reason.RUN_ON, shaped);
        }
        return Decision.not(common(shaped) ? Reason.COMMON : Reason.UNLABELLED, shaped);
    }

    /// How many kinds of numbers the labels may speak of.
    private long labels(Context context) {
        return rules.numbers().stream()
                .filter(rule -> context.roles().stream().anyMatch(rule.vouchers()::contains))
                .map(NumberRule::name)
                .distinct()
                .count();
    }

    /// Whether any number looks so.
    private static boolean common(NumberRule rule) {
        Shape shape = rule.shape();
        return shape.leads().isEmpty() && shape.day() < 0 && shape.shortest() < shape.longest();
    }

    /// By how many characters a number misses the length that a rule asks for; far, where it does not even begin as
    /// one of any length.
    private static int apart(NumberRule rule, Number number) {
        int length = number.compact().length();
        boolean anyLength = rule.shape().shortest() < rule.shape().longest();
        if (anyLength && !rule.shape().leads(number.value())) {
            return length;
        }
        return Math.max(
                0,
                Math.max(rule.shape().shortest() - length, length - rule.shape().longest()));
    }
}
