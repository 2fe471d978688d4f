package slipstream.device.picture;

import java.util.List;

/// A number by the votes of several readings, where digits that look alike are one and the same.
///
/// @param like the digits' shapes, equal numbers for equal shapes
/// @param votes readings as long as the number
record Ballot(int[] like, List<String> votes) {
    /// A platform's number has its day in it, which tells misread digits: so long, it may be disputed.
    private static final int PLATFORM = 28;

    private static final double MOST = 0.5;
    private static final double NEARLY_ALL = 0.8;
    private static final int TIMES_THE_NEXT = 2;

    /// The number; null when a shape has no clear winner, two shapes have the same, or most readings of a place differ.
    String number() {
        int[] taken = new int[10];
        int[] digits = new int[like.length];
        for (int i = 0; i < like.length; i++) {
            digits[i] = like[i] == i ? winner(i) : digits[like[i]];
            if (digits[i] < 0 || like[i] == i && taken[digits[i]]++ > 0 || outvoted(i, digits[i])) {
                return null;
            }
        }
        var number = new StringBuilder();
        for (int digit : digits) {
            number.append(digit);
        }
        return number.toString();
    }

    /// Whether most readings of this one place have another digit: then the shapes may be the mistake.
    private boolean outvoted(int place, int digit) {
        long without =
                votes.stream().filter(vote -> vote.charAt(place) != '0' + digit).count();
        return without * 2 > votes.size();
    }

    private int winner(int shape) {
        int[] counts = new int[10];
        int all = 0;
        for (String vote : votes) {
            for (int i = 0; i < like.length; i++) {
                char c = vote.charAt(i);
                if (like[i] == shape) {
                    all++;
                    if (c >= '0' && c <= '9') {
                        counts[c - '0']++;
                    }
                }
            }
        }
        int winner = 0;
        for (int digit = 1; digit < counts.length; digit++) {
            winner = counts[digit] > counts[winner] ? digit : winner;
        }
        int next = 0;
        for (int digit = 0; digit < counts.length; digit++) {
            next = digit == winner ? next : Math.max(next, counts[digit]);
        }
        double enough = all * (like.length == PLATFORM ? MOST : NEARLY_ALL);
        return counts[winner] >= enough && counts[winner] >= next * TIMES_THE_NEXT ? winner : -1;
    }
}
