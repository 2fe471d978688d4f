package slipstream.device.reference;

/// A word of a line that holds digits: what may be a reference.
///
/// @param start where it begins in its line
/// @param end behind its last character
/// @param value the word without the blanks between groups of digits
/// @param digits without dashes too, if nothing but digits is left then; else null
/// @param part whether it is a part of something that is no number of that kind: an amount, a date
record Number(int start, int end, String value, String digits, boolean part) {

    /// What a number of `alphabet` would be.
    String as(Alphabet alphabet) {
        return alphabet == Alphabet.DIGITS && digits != null ? digits : value;
    }

    /// Without dashes.
    String compact() {
        return digits != null ? digits : value.replace("-", "");
    }
}
