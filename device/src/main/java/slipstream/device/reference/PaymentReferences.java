package slipstream.device.reference;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.device.reference.ReferenceRule.Labelled;
import slipstream.device.reference.ReferenceRule.Shape;
import slipstream.escpos.receipt.Element;

/// Finds the payment references of one receipt as it prints; each is told once, as soon as it can be read.
///
/// ```
/// 微信支付单号:4200…      label and value on one line
/// 交易单号 ┊ 4200…        value on the next line
/// 单号:42000012 ┊ 34…     value wrapped: joined when what comes out is a number of that shape
/// ```
///
/// A platform's number needs its length, its lead and its day; a labelled one of another shape, and a number of
/// another length, are never taken. What pays or stands for a card is refused ([Secrets]). Not for two threads
/// at once.
public final class PaymentReferences {
    /// A number in groups of four, or a word of what order numbers are made of.
    private static final Pattern WORD =
            Pattern.compile("\\d{4}(?:[ -]\\d{4})+(?:[ -]\\d{1,3})?\\b|[0-9A-Za-z_|*]+(?:-[0-9A-Za-z_|*]+)*");

    private static final Pattern ONLY_DIGITS = Pattern.compile("-?\\d+(?:[ -]\\d+)*-?");
    private static final int LABEL_REACH = 80;
    private static final int MOST_WRAPS = 3;
    private static final Set<Integer> FULL_LINES = Set.of(32, 42, 48);

    private record Unfinished(Labelled label, String digits, int lines) {}

    private final Set<String> values = new HashSet<>();
    private final List<PaymentReference> unplaced = new ArrayList<>();
    private List<PaymentReference> found = new ArrayList<>();
    private Unfinished unfinished;
    private PaymentReference mayGoOn;
    private String scheme;
    private boolean schemeProven;

    /// At the beginning of a receipt.
    public PaymentReferences() {}

    /// Takes the receipt's next element.
    ///
    /// @return the references that can be read now and could not before
    public List<PaymentReference> next(Element element) {
        switch (element) {
            case Element.Line line -> line(Folded.text(line.text()).strip());
            case Element.Symbol symbol -> {
                settle();
                text(Folded.text(symbol.payload()).strip());
                unfinished = null;
            }
            case Element.Picture ignored -> settle();
        }
        return take();
    }

    /// The receipt is over.
    ///
    /// @return the references that only its end makes sure
    public List<PaymentReference> end() {
        settle();
        return take();
    }

    /// A payment of `scheme` shows on the receipt, so that a merchant's number can be told to be of it.
    void paidBy(String paidScheme) {
        if (!schemeProven) {
            scheme = paidScheme;
        }
    }

    private List<PaymentReference> take() {
        if (scheme != null) {
            unplaced.forEach(order -> add(scheme, order.kind(), order.value()));
            unplaced.clear();
        }
        List<PaymentReference> told = found;
        found = new ArrayList<>();
        return told;
    }

    private void line(String line) {
        if (ONLY_DIGITS.matches(line)) {
            String digits = digitsOf(line);
            if (mayGoOn != null) {
                goesOn(digits);
                return;
            }
            if (unfinished != null && !unfinished.digits.isEmpty() && joins(digits)) {
                return;
            }
        }
        settle();
        text(line);
    }

    /// An order number that filled its line is followed by digits: they belong to it if they fit.
    private void goesOn(String digits) {
        String joined = mayGoOn.value() + digits;
        if (joined.length() <= NumberShape.LONGEST_ORDER) {
            add(mayGoOn.scheme(), mayGoOn.kind(), joined);
        }
        mayGoOn = null;
        unfinished = null;
    }

    private boolean joins(String digits) {
        String joined = unfinished.digits + digits;
        Labelled label = unfinished.label;
        if (take(label, joined, true)) {
            unfinished = null;
            return true;
        }
        boolean room = joined.length() < NumberShape.PLATFORM_LENGTH && unfinished.lines < MOST_WRAPS;
        unfinished = room ? new Unfinished(label, joined, unfinished.lines + 1) : null;
        return room;
    }

    private void settle() {
        if (mayGoOn != null) {
            add(mayGoOn.scheme(), mayGoOn.kind(), mayGoOn.value());
            mayGoOn = null;
        }
    }

    /// Looks at each number of a line or a symbol.
    private void text(String line) {
        Labelled above = unfinished != null && unfinished.digits.isEmpty() ? unfinished.label : null;
        unfinished = null;
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            String value = word.group();
            if (value.chars().anyMatch(c -> c >= '0' && c <= '9') && whole(line, word.start(), word.end())) {
                boolean last = word.end() == line.length() || line.endsWith("-") && word.end() == line.length() - 1;
                number(line.substring(0, word.start()), above, value, last, line);
            }
        }
        if (unfinished == null && mayGoOn == null) {
            ReferenceRule.atEndOf(reach(line)).ifPresent(label -> unfinished = new Unfinished(label, "", 1));
        }
    }

    private void number(String before, Labelled above, String value, boolean last, String line) {
        boolean alone = before.isBlank();
        Labelled label = alone ? above : ReferenceRule.atEndOf(reach(before)).orElse(null);
        if (label != null && label.rule().shape() == Shape.ORDER) {
            order(label, value, last && FULL_LINES.contains(Folded.columns(line)));
            return;
        }
        String digits = digitsOf(value);
        boolean digitsOnly = digits.length() == value.replaceAll("[ -]", "").length();
        if (!digitsOnly) {
            return;
        }
        boolean taken = label == null ? unlabelled(digits, alone) : take(label, digits, false);
        if (!taken && last && digits.length() < NumberShape.PLATFORM_LENGTH) {
            unfinished = new Unfinished(label, digits, 1);
        }
    }

    private void order(Labelled label, String value, boolean fillsLine) {
        if (label.runOn() || !NumberShape.order(value) || Secrets.may(digitsOf(value))) {
            return;
        }
        var reference = new PaymentReference(label.rule().scheme(), label.rule().kind(), value);
        if (fillsLine) {
            mayGoOn = reference;
        } else {
            add(reference.scheme(), reference.kind(), reference.value());
        }
    }

    /// Takes the number behind a label if its shape is right.
    private boolean take(Labelled label, String digits, boolean joined) {
        if (label == null || label.runOn() && label.rule().shape() != Shape.NONE) {
            return unlabelled(digits, false);
        }
        return switch (label.rule().shape()) {
            case WECHAT ->
                NumberShape.wechat(digits) || !joined && NumberShape.wechatWithoutDay(digits)
                        ? prove("wechat", "transaction_id", digits)
                        : unlabelled(digits, false);
            case ALIPAY -> NumberShape.alipay(digits) ? prove("alipay", "trade_no", digits) : unlabelled(digits, false);
            case PLATFORM -> platform(digits);
            case RRN -> digits.length() == NumberShape.RRN_LENGTH ? add("card", "rrn", digits) : platform(digits);
            case ORDER, NONE -> false;
        };
    }

    private boolean platform(String digits) {
        if (NumberShape.wechat(digits)) {
            return prove("wechat", "transaction_id", digits);
        }
        boolean alipay = "wechat".equals(scheme) ? NumberShape.surelyAlipay(digits) : NumberShape.alipay(digits);
        return alipay && prove("alipay", "trade_no", digits);
    }

    /// A number without a label, or with one that says nothing of payments, must look the more like a reference.
    private boolean unlabelled(String digits, boolean alone) {
        if (NumberShape.wechat(digits) && (alone || digits.charAt(0) == '4')) {
            return prove("wechat", "transaction_id", digits);
        }
        boolean alipay = alone ? NumberShape.alipay(digits) : NumberShape.surelyAlipay(digits);
        return alipay && prove("alipay", "trade_no", digits);
    }

    private boolean prove(String provenScheme, String kind, String value) {
        if (!schemeProven) {
            scheme = provenScheme;
            schemeProven = true;
        }
        return add(provenScheme, kind, value);
    }

    private boolean add(String ofScheme, String kind, String value) {
        var reference = new PaymentReference(ofScheme, kind, value);
        if (ofScheme.equals("-")) {
            unplaced.add(reference);
        } else if (values.add(value)) {
            found.add(reference);
        }
        return true;
    }

    /// Whether the word is not a part of a decimal number.
    private static boolean whole(String line, int start, int end) {
        boolean before = start > 1 && point(line.charAt(start - 1)) && digit(line.charAt(start - 2));
        boolean after = end + 1 < line.length() && point(line.charAt(end)) && digit(line.charAt(end + 1));
        return !before && !after;
    }

    private static boolean point(char c) {
        return c == '.' || c == ',' || c == '+' || c == '/';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String digitsOf(String value) {
        var digits = new StringBuilder();
        value.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    private static String reach(String before) {
        return before.substring(Math.max(0, before.length() - LABEL_REACH));
    }
}
