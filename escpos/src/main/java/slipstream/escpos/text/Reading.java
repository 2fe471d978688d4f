package slipstream.escpos.text;

import java.util.Arrays;
import java.util.Locale;

/// One way to read the bytes of some receipts, and how much it looks like receipts.
///
/// The score is a sum over the characters beyond ASCII of what speaks for and against the reading, about in
/// nats: valid sequences, characters that receipts use, words that they use, words of one script and one
/// case.
///
/// @param code the page or the code system
/// @param text what the bytes say
/// @param score higher is likelier
record Reading(String code, String text, double score) {
    private static final int INVALID = 0xFFFD;
    private static final double WRONG = -6;
    /// The accented letters that West European receipts are full of.
    private static final String ACCENTED = "éèàçêâôîùëïœæöäüßåøñáíóúãõ°ÉÈÀÇÖÄÜÅØÑÁÍÓÚÃÕÆìòº";

    /// The bytes read by a code system.
    static Reading of(CodeSystem system, byte[] bytes) {
        int[] text = new int[bytes.length];
        int count = 0;
        int at = 0;
        while (at < bytes.length) {
            int length = bytes[at] >= 0 ? CodeSystem.STANDS_ALONE : system.length(bytes, at);
            if (length > 0) {
                text[count++] = system.codePoint(bytes, at, length);
                at += length;
            } else {
                boolean kana = system == CodeSystem.SHIFT_JIS && CodeSystem.in(bytes[at], 0xA1, 0xDF);
                text[count++] = bytes[at] >= 0 ? bytes[at] : kana ? 0xFF61 + (bytes[at] & 0xFF) - 0xA1 : INVALID;
                at++;
            }
        }
        int[] points = Arrays.copyOf(text, count);
        double score = system == CodeSystem.UTF_8 ? utf8(points) : eastAsian(language(system), points);
        return new Reading(system.name(), new String(points, 0, points.length), score);
    }

    /// The bytes read by a one-byte page.
    static Reading of(String page, byte[] bytes) {
        int[] characters = CodeTables.page(page);
        int[] points = new int[bytes.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = bytes[i] >= 0 ? bytes[i] : characters[bytes[i] & 0x7F];
        }
        return new Reading(page, new String(points, 0, points.length), alphabetic(points));
    }

    private static String language(CodeSystem system) {
        return switch (system) {
            case GB18030 -> "zh-Hans";
            case BIG5 -> "zh-Hant";
            case EUC_KR -> "ko";
            case SHIFT_JIS, JIS, UTF_8 -> "ja";
        };
    }

    /// Sequences that are well-formed by chance are rare: each speaks for itself.
    private static double utf8(int[] points) {
        double score = 0;
        for (int point : points) {
            score += point < 0x80 ? 0 : point == INVALID ? WRONG : 4;
        }
        return score;
    }

    private static double eastAsian(String language, int[] points) {
        double score = 0;
        for (int i = 0; i < points.length; i++) {
            int point = points[i];
            if (point >= 0x80) {
                boolean paired =
                        i > 0 && halfWidthKana(points[i - 1]) || i + 1 < points.length && halfWidthKana(points[i + 1]);
                score += ReceiptWords.common(language, point)
                        ? 3
                        : halfWidthKana(point)
                                ? (paired ? 0.4 : -2)
                                : tripled(points, i) && Character.isLetter(point) ? -3 : uncommon(language, point);
            }
        }
        return score;
    }

    private static boolean halfWidthKana(int point) {
        return point >= 0xFF61 && point <= 0xFF9F;
    }

    /// What a character says of which a receipt could do without.
    private static double uncommon(String language, int point) {
        if (point == INVALID || Character.getType(point) == Character.PRIVATE_USE || !Character.isDefined(point)) {
            return WRONG;
        }
        return switch (Character.UnicodeScript.of(point)) {
            case HAN -> language.equals("ko") ? -3 : -1;
            case HANGUL -> language.equals("ko") ? -0.7 : -3;
            case HIRAGANA, KATAKANA -> language.equals("ja") ? 2 : -2;
            case COMMON -> point >= 0x3000 && point <= 0x303F || point >= 0xFF00 ? 1 : 0;
            default -> -1;
        };
    }

    private static double alphabetic(int[] points) {
        double score = 0;
        int at = 0;
        while (at < points.length) {
            int end = at;
            while (end < points.length && Character.isLetter(points[end])) {
                end++;
            }
            if (end > at) {
                score += word(points, at, end);
                at = end;
            } else {
                score += points[at] < 0x80 ? 0 : sign(points, at);
                at++;
            }
        }
        return score;
    }

    private static double word(int[] points, int from, int to) {
        int beyond = 0;
        int latin = 0;
        int oddCase = 0;
        int runs = 0;
        double letters = 0;
        for (int i = from; i < to; i++) {
            boolean isLatin = Character.UnicodeScript.of(points[i]) == Character.UnicodeScript.LATIN;
            latin += isLatin ? 1 : 0;
            if (i > from && Character.isLowerCase(points[i - 1]) && Character.isUpperCase(points[i])) {
                oddCase++;
            }
            if (points[i] >= 0x80) {
                beyond++;
                runs += isLatin && i > from && points[i - 1] >= 0x80 ? 1 : 0;
                letters += tripled(points, i) ? -1.5 : isLatin ? latin(points, i, to) : nonLatin(points[i]);
            }
        }
        if (beyond == 0) {
            return 0;
        }
        boolean mixed = latin > 0 && latin < to - from;
        String word = new String(points, from, to - from).toLowerCase(Locale.ROOT);
        double known = ReceiptWords.common(word) ? 1.5 * beyond + 1 : 0;
        return letters + known - 2.0 * runs - 1.5 * oddCase - (mixed ? 3 : 0);
    }

    /// No language writes a letter three times.
    private static boolean tripled(int[] points, int i) {
        return i > 0 && i + 1 < points.length && points[i - 1] == points[i] && points[i + 1] == points[i];
    }

    /// An accented letter; the nasal vowels of Portuguese are followed by few.
    private static double latin(int[] points, int i, int to) {
        if (points[i] == 'ã' || points[i] == 'õ') {
            return i + 1 == to || "oes".indexOf(points[i + 1]) >= 0 ? 0.5 : -0.5;
        }
        return ACCENTED.indexOf(points[i]) >= 0 ? 0.5 : -0.3;
    }

    /// Letters of other scripts: those of the languages that receipts are in; Arabic, Thai and
    /// Katakana have one for nearly every byte, which then says little.
    private static double nonLatin(int point) {
        if (point >= 0x410 && point <= 0x44F || "ЁёІіЇїЄєҐґ".indexOf(point) >= 0) {
            return 0.5;
        }
        boolean everyday = point >= 0x386 && point <= 0x3CE || point >= 0x5D0 && point <= 0x5EA || halfWidthKana(point);
        boolean crowded = point >= 0x621 && point <= 0x64A || point >= 0xE01 && point <= 0xE5B || halfWidthKana(point);
        return everyday ? 0.3 : crowded ? 0.1 : -1;
    }

    /// A character that is no letter: rules and currency signs have their company.
    private static double sign(int[] points, int at) {
        int point = points[at];
        int before = at == 0 ? ' ' : points[at - 1];
        int after = at + 1 == points.length ? ' ' : points[at + 1];
        if (point == INVALID || Character.getType(point) == Character.CONTROL) {
            return WRONG;
        }
        if (point >= 0x2500 && point <= 0x259F) {
            if (Character.isLetterOrDigit(before) || Character.isLetterOrDigit(after)) {
                return -1.5;
            }
            return rule(before) || rule(after) ? (before == point || after == point ? 0.6 : 0) : -1.5;
        }
        if (Character.getType(point) == Character.CURRENCY_SYMBOL) {
            return Character.isLetter(before) || Character.isLetter(after) ? -1 : 0.7;
        }
        boolean inside = Character.isLetter(before) && Character.isLetter(after);
        return inside ? -2 : "°ºª²«»–’“”·№".indexOf(point) >= 0 ? 0.2 : -0.7;
    }

    private static boolean rule(int point) {
        return point >= 0x2500 && point <= 0x259F;
    }
}
