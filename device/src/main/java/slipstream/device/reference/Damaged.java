package slipstream.device.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import slipstream.device.reference.text.Folded;

/// Labels that a reader of pictures took one letter of for another.
///
/// ```
/// REE NO             REF NO                 E for F: a retrieval reference
/// 参考号(REF NO0)    参考号(REF NO)         a letter too many
/// REG NO             nothing                G is not read for F: some register's number
/// ```
///
/// Such a label says as little as one that no table has ([Stems]), and nothing where it may be the label of another
/// number.
final class Damaged {
    /// In a shorter label one letter is too much of it.
    private static final int SHORTEST = 5;

    /// In a label as long as this, any letter may be the damaged one; in a shorter one only by one that looks alike.
    private static final int LONG = 8;

    private static final int NOT_NEAR = 2;

    /// What readers take for each other, each folded to the first.
    private static final List<String> SAME = List.of("0oqd", "1il|!", "5s$", "8b");

    /// What they take for each other only sometimes, by a stroke.
    private static final List<String> LIKE = List.of("ef", "cg", "hn", "nm", "0c", "uv", "1t", "rp");

    /// What goes with a label and may be the letters that make it long enough.
    private static final List<String> ENDINGS = List.of("", "No", "Number", "ID", "号");

    private final Map<String, String> kinds = new LinkedHashMap<>();

    Damaged(List<Label> labels) {
        for (Label label : labels) {
            String kind = kind(label);
            ENDINGS.forEach(ending ->
                    kinds.merge(folded(label.text() + ending), kind, (one, other) -> one.equals(other) ? one : ""));
        }
    }

    /// What a damaged label says; empty for those of other numbers.
    private static String kind(Label label) {
        return switch (label.role()) {
            case Label.REFERENCE -> "stem-reference";
            case "wechat", "alipay", "platform" -> "stem-transaction";
            default -> "";
        };
    }

    /// The label that `words`, folded, are, each part in or before brackets; null for none.
    Label label(String words) {
        if (Stems.others(words)) {
            return null;
        }
        String said = null;
        for (String part : words.split("[()\\[\\]/]+")) {
            String letters = folded(part);
            if (letters.isEmpty()) {
                continue;
            }
            String kind = kind(letters);
            if (kind == null || kind.isEmpty() || said != null && !said.equals(kind)) {
                return null;
            }
            said = kind;
        }
        return said == null ? null : new Label(words.strip(), said);
    }

    /// What the labels nearest to `letters` say; null where none is near, or where they say different things.
    private String kind(String letters) {
        List<String> near = new ArrayList<>();
        int least = NOT_NEAR;
        for (Map.Entry<String, String> label : kinds.entrySet()) {
            int distance = distance(letters, label.getKey());
            if (distance < least) {
                least = distance;
                near.clear();
            }
            if (distance == least && distance < NOT_NEAR) {
                near.add(label.getValue());
            }
        }
        return near.stream().distinct().count() == 1 ? near.getFirst() : null;
    }

    /// 0 for the same, 1 where one letter was added, lost or mistaken, more otherwise.
    private static int distance(String read, String label) {
        if (read.equals(label)) {
            return 0;
        }
        int shorter = Math.min(read.length(), label.length());
        int longer = Math.max(read.length(), label.length());
        if (label.length() < SHORTEST || longer - shorter > 1) {
            return NOT_NEAR;
        }
        int same = 0;
        while (same < shorter && read.charAt(same) == label.charAt(same)) {
            same++;
        }
        int readRest = read.length() == longer ? same + 1 : same;
        int labelRest = label.length() == longer ? same + 1 : same;
        boolean one = read.substring(readRest).equals(label.substring(labelRest));
        return one && (longer > shorter || mistaken(read.charAt(same), label.charAt(same), label.length()))
                ? 1
                : NOT_NEAR;
    }

    private static boolean mistaken(char read, char label, int length) {
        return length >= LONG
                || read >= 0x80 && label >= 0x80
                || LIKE.stream().anyMatch(like -> like.indexOf(read) >= 0 && like.indexOf(label) >= 0);
    }

    /// Letters and digits only, those that look the same as one.
    private static String folded(String text) {
        var letters = new StringBuilder();
        for (char c : Folded.text(text).toLowerCase(Locale.ROOT).toCharArray()) {
            String same = SAME.stream()
                    .filter(each -> each.indexOf(c) >= 0)
                    .findFirst()
                    .orElse(null);
            if (same != null || Character.isLetterOrDigit(c)) {
                letters.append(same == null ? c : same.charAt(0));
            }
        }
        return letters.toString();
    }
}
