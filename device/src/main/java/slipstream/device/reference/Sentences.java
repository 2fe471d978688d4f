package slipstream.device.reference;

import java.util.stream.Collectors;

/// Decisions in words, for a technician.
final class Sentences {
    private static final String TEACH = "if it is the payment's, point at it with \"slipstream learn\"";

    private Sentences() {}

    static String of(Decision decision, Number number) {
        return switch (decision.reason()) {
            case TAKEN -> "taken as " + taken(decision.rule());
            case PART -> "not taken: it is part of an amount, a day or a time";
            case LABELLED_OTHERWISE -> "not taken: " + otherwise((Label) decision.about());
            case TERMINAL -> "not taken: it names the terminal";
            case IMPOSTOR -> "not taken: it looks like " + ((Impostor) decision.about()).name();
            case OTHER_SHAPE ->
                "not taken: its label asks for " + rule(decision).name() + ", " + expected(rule(decision))
                        + ", and it has " + number.compact().length() + " characters";
            case NO_KNOWN_SHAPE ->
                "not taken: its label '" + ((Label) decision.about()).text()
                        + "' may be of a payment, but no number of "
                        + number.compact().length() + " characters is known there; " + TEACH;
            case RUN_ON ->
                "not taken: it has the shape of " + rule(decision).name() + ", but another word runs into its label";
            case UNLABELLED ->
                "not taken: it has the shape of " + rule(decision).name() + ", but no label says that it is one";
            case COMMON ->
                "not taken: no label says that it is one of a payment, and its shape alone proves nothing; " + TEACH;
            case PICTURED -> "not taken: it was read from a picture, and nothing in it would tell a misread character";
            case NEITHER -> "not taken: it has neither the shape nor the label of a payment reference";
            case PIECE -> "taken as the beginning of " + rule(decision).name() + " that goes on in the next line";
            case KNOWN -> "taken once already";
            case NO_TENDER ->
                "not taken: it is an " + rule(decision).kind() + ", but nothing shows who moved the money";
            case NO_CARD ->
                "not taken: it may be a card's " + rule(decision).kind() + ", but nothing shows a card payment";
            case SECOND_CHOICE ->
                "not taken: it is a card's " + rule(decision).kind()
                        + ", and a better number of the same payment is there";
        };
    }

    private static String otherwise(Label label) {
        String of = "its label '" + label.text() + "' is of ";
        return label.role().equals(Label.AGGREGATOR)
                ? of + "an aggregator, whose numbers look different in each shop; " + TEACH
                : of + "other numbers";
    }

    private static NumberRule rule(Decision decision) {
        return (NumberRule) decision.about();
    }

    private static String taken(NumberRule rule) {
        String by = rule.learned() == null
                ? ""
                : ", by the till's rule \"" + rule.learned().name() + "\"";
        return rule.name() + by + ": " + expected(rule)
                + (rule.confidence() == Confidence.SURE ? ", asked at once" : ", asked at the receipt's end");
    }

    /// What it begins with, as far as it is fixed.
    private static String leads(Shape shape) {
        return shape.leads().stream()
                .map(lead -> lead.contains("?") ? lead.substring(0, lead.indexOf('?')) : lead)
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    private static String expected(NumberRule rule) {
        if (rule.learned() != null) {
            return "as learned, " + rule.learned().number();
        }
        Shape shape = rule.shape();
        return shape.words()
                + (shape.leads().isEmpty() ? "" : " from " + leads(shape))
                + (shape.day() < 0 ? "" : " with a day at the " + (shape.day() + 1) + ".");
    }
}
