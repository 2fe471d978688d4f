package slipstream.device.doctor;

import slipstream.device.learn.TillRules;

/// What one till's receipts taught. The configuration has read it already.
record LearnedRules(TillRules rules) implements Check {
    static final String LINK = "learned rules";

    @Override
    public Finding find() {
        int count = rules.taught().size();
        return Finding.ok(
                LINK,
                count == 0
                        ? "None; the box's own are used."
                        : count + (count == 1 ? " rule is" : " rules are") + " readable: "
                                + String.join(
                                        ", ",
                                        rules.taught().stream()
                                                .map(taught -> taught.rule().name())
                                                .toList())
                                + ".");
    }
}
