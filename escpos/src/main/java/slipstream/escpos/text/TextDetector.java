package slipstream.escpos.text;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.command.Text;

/// Tells a technician in which code a till sends its text, from some of its receipts.
///
/// It reads the bytes in every way it knows and asks of each what speaks for it: valid sequences, words and
/// characters that receipts use, one script and one case in a word. What the till chose by `ESC t` or `FS &`
/// is not asked: tills that choose wrongly are the reason to ask at all. JIS of 7 bits is not among the
/// answers, for any ASCII text could be that.
public final class TextDetector {
    private static final int ENOUGH_BYTES = 1 << 18;

    private static final List<CodeSystem> SYSTEMS =
            List.of(CodeSystem.UTF_8, CodeSystem.GB18030, CodeSystem.BIG5, CodeSystem.SHIFT_JIS, CodeSystem.EUC_KR);

    /// The pages that receipts come in; of those that differ in rare characters only, the usual one.
    private static final List<String> PAGES = List.of(
            "PC437",
            "PC850",
            "PC858",
            "PC860",
            "PC865",
            "PC852",
            "PC857",
            "PC866",
            "PC855",
            "PC737",
            "PC862",
            "PC864",
            "WPC1250",
            "WPC1251",
            "WPC1252",
            "WPC1253",
            "WPC1254",
            "WPC1255",
            "WPC1256",
            "Thai",
            "Katakana");

    private TextDetector() {}

    /// One answer.
    ///
    /// @param codes the pages ([CodeTables]) and code systems that read the bytes alike, the likeliest first
    /// @param sureness from 0 to 1; all answers together have 1
    /// @param sample the first line in which they differ from ASCII, as these read it
    public record Guess(List<String> codes, double sureness, String sample) {
        /// The likeliest code, or the first of those that cannot be told apart.
        public String code() {
            return codes.getFirst();
        }
    }

    /// What the receipts may be in, the likeliest first; nothing when they are in ASCII, which all codes
    /// share.
    ///
    /// @param receipts whole streams as they went to the printer, or some of their text
    public static List<Guess> detect(List<byte[]> receipts) {
        byte[] bytes = withoutRules(text(receipts));
        if (!beyondAscii(bytes)) {
            return List.of();
        }
        List<Reading> readings = new ArrayList<>();
        SYSTEMS.forEach(system -> readings.add(Reading.of(system, bytes)));
        PAGES.forEach(page -> readings.add(Reading.of(page, bytes)));
        double best = readings.stream().mapToDouble(Reading::score).max().orElse(0);
        Map<String, List<Reading>> alike = new LinkedHashMap<>();
        readings.forEach(reading ->
                alike.computeIfAbsent(reading.text(), text -> new ArrayList<>()).add(reading));
        double all = alike.values().stream()
                .mapToDouble(same -> weight(same.getFirst(), best))
                .sum();
        return alike.values().stream()
                .map(same -> new Guess(
                        same.stream().map(Reading::code).toList(),
                        weight(same.getFirst(), best) / all,
                        sample(same.getFirst().text())))
                .sorted(Comparator.comparingDouble(Guess::sureness).reversed())
                .toList();
    }

    /// Characters of one text speak for the same thing twice: half of what they add up to counts.
    private static double weight(Reading reading, double best) {
        return Math.exp((reading.score() - best) / 2);
    }

    private static String sample(String text) {
        return text.lines()
                .filter(line -> line.codePoints().anyMatch(point -> point >= 0x80))
                .findFirst()
                .orElse("")
                .strip();
    }

    /// A rule is many times the same byte; four or five of them say as much, and keep pairs in step.
    private static byte[] withoutRules(byte[] bytes) {
        var shorter = new ByteArrayOutputStream(bytes.length);
        int at = 0;
        while (at < bytes.length) {
            int end = at + 1;
            while (bytes[at] < 0 && end < bytes.length && bytes[end] == bytes[at]) {
                end++;
            }
            int count = end - at < 6 ? end - at : 4 + (end - at) % 2;
            shorter.write(bytes, at, count);
            at = end;
        }
        return shorter.toByteArray();
    }

    private static boolean beyondAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return true;
            }
        }
        return false;
    }

    /// The text of the streams, each run on a line.
    private static byte[] text(List<byte[]> receipts) {
        var text = new ByteArrayOutputStream();
        for (byte[] receipt : receipts) {
            var reader = new CommandReader(0, (command, offset) -> keep(text, command));
            new CommandDecoder(Grammar.ESC_POS, reader).feed(receipt, 0, receipt.length);
            reader.flush();
            text.write('\n');
        }
        return text.toByteArray();
    }

    private static void keep(ByteArrayOutputStream text, Command command) {
        if (command instanceof Text run && text.size() < ENOUGH_BYTES) {
            text.writeBytes(run.bytes().toArray());
        } else if (text.size() > 0) {
            text.write('\n');
        }
    }
}
