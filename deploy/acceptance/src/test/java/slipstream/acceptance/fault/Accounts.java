package slipstream.acceptance.fault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Compares what tills sent with what printers got.
///
/// A receipt on paper is the till's bytes with at most one block added before its feed, or a beginning of that where
/// something broke it off. No receipt is there twice, none is mixed with another, and each that its till saw end in
/// order is whole.
public final class Accounts {
    /// How a till's receipt ended for the till.
    public enum End {
        /// The box closed the connection in order, after everything was sent.
        ORDERLY,
        /// The connection broke.
        BROKEN
    }

    /// The settings, the feed and the cut after the last line of text.
    private static final int MOST_AFTER_TEXT = 10;

    private static final Pattern NUMBER = Pattern.compile("M[0-9]{8}");

    private static final byte[] BEGIN = {0x1B, '@', 0x1C, '&'};

    private final Map<String, byte[]> sent = new ConcurrentHashMap<>();
    private final Map<String, End> ends = new ConcurrentHashMap<>();

    /// A till is about to send a receipt.
    ///
    /// @param number stands on it and on no other: M and eight digits, in ASCII
    public void sends(String number, byte[] receipt) {
        sent.put(number, receipt);
    }

    /// A till's connection has ended.
    public void ended(String number, End end) {
        ends.put(number, end);
    }

    /// How many tills saw it end so.
    public long ended(End how) {
        return ends.values().stream().filter(end -> end == how).count();
    }

    /// What is wrong with the paper; nothing when all is accounted for.
    ///
    /// @param connections what the printer got, a connection each
    public List<String> faults(List<byte[]> connections) {
        var faults = new ArrayList<String>();
        Set<String> whole = new HashSet<>();
        Set<String> begun = new HashSet<>();
        for (byte[] connection : connections) {
            for (byte[] receipt : receipts(connection)) {
                judge(receipt, whole, begun, faults);
            }
        }
        begun.retainAll(whole);
        begun.forEach(number -> faults.add("receipt " + number + " was begun, and is whole on paper besides"));
        ends.forEach((number, end) -> {
            if (end == End.ORDERLY && !whole.contains(number)) {
                faults.add("receipt " + number + " ended in order for its till and is not whole on paper");
            }
        });
        return faults;
    }

    /// How many receipts carry a block.
    public long blocks(List<byte[]> connections) {
        return connections.stream()
                .flatMap(connection -> receipts(connection).stream())
                .filter(receipt -> number(receipt)
                        .filter(sent::containsKey)
                        .filter(number -> hasBlock(receipt, number, sent.get(number)))
                        .isPresent())
                .count();
    }

    private void judge(byte[] receipt, Set<String> whole, Set<String> begun, List<String> faults) {
        Optional<String> number = number(receipt);
        byte[] original = number.map(sent::get).orElse(null);
        if (original == null) {
            if (sent.values().stream().noneMatch(one -> isBeginning(receipt, one))) {
                faults.add("nobody sent what begins " + shown(receipt));
            }
        } else if (Arrays.equals(receipt, original) || hasBlock(receipt, number.get(), original)) {
            if (!whole.add(number.get())) {
                faults.add("receipt " + number.get() + " is on paper twice");
            }
        } else if (!isBeginning(receipt, original)) {
            faults.add("receipt " + number.get() + " is not what was sent: " + shown(receipt));
        } else if (!begun.add(number.get())) {
            faults.add("receipt " + number.get() + " was begun twice");
        }
    }

    /// The number that stands on what was printed; nothing where it was broken off before.
    private static Optional<String> number(byte[] printed) {
        Matcher number = NUMBER.matcher(new String(printed, StandardCharsets.ISO_8859_1));
        return number.find() ? Optional.of(number.group()) : Optional.empty();
    }

    /// Divides a connection's bytes where receipts begin.
    private static List<byte[]> receipts(byte[] connection) {
        var receipts = new ArrayList<byte[]>();
        int from = 0;
        for (int at = 1; at <= connection.length - BEGIN.length; at++) {
            if (Arrays.equals(connection, at, at + BEGIN.length, BEGIN, 0, BEGIN.length)) {
                receipts.add(Arrays.copyOfRange(connection, from, at));
                from = at;
            }
        }
        receipts.add(Arrays.copyOfRange(connection, from, connection.length));
        return receipts;
    }

    /// What is added is a block, after the last text, and nothing of the receipt once more.
    private static boolean hasBlock(byte[] printed, String number, byte[] original) {
        int at = Arrays.mismatch(printed, original);
        int rest = original.length - at;
        return at >= original.length - MOST_AFTER_TEXT
                && printed.length > original.length
                && Arrays.equals(printed, printed.length - rest, printed.length, original, at, original.length)
                && !new String(printed, at, printed.length - at, StandardCharsets.ISO_8859_1).contains(number);
    }

    /// A beginning of the receipt, or all of its text and a beginning of a block.
    private static boolean isBeginning(byte[] printed, byte[] original) {
        int common = Math.min(printed.length, original.length - MOST_AFTER_TEXT);
        return Arrays.equals(printed, 0, common, original, 0, common);
    }

    private static String shown(byte[] bytes) {
        var text = new StringBuilder();
        for (int i = 0; i < Math.min(bytes.length, 24); i++) {
            text.append("%02X ".formatted(bytes[i]));
        }
        return text.append("(").append(bytes.length).append(" bytes)").toString();
    }
}
