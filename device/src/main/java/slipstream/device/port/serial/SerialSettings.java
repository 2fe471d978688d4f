package slipstream.device.port.serial;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a serial line is set.
///
/// @param device its file; a name that udev keeps survives another plug
/// @param baud bits a second, 50 to 4,000,000
/// @param dataBits 5 to 8
/// @param parity `N` none, `E` even, `O` odd
/// @param stopBits 1 or 2
/// @param flow who makes whom wait, and how
public record SerialSettings(Path device, int baud, int dataBits, char parity, int stopBits, FlowControl flow) {
    private static final int LEAST_BAUD = 50;
    private static final int MOST_BAUD = 4_000_000;
    private static final Pattern FRAME = Pattern.compile("([5-8])([NEO])([12])");
    private static final String EXPECTED = "expected DEVICE,BAUD,FRAME,FLOW as /dev/ttyUSB0,19200,8N1,rts-cts";

    /// Reads `/dev/ttyUSB0,19200,8N1,rts-cts`; from the end on parts may be left out, which are then 9600, 8N1 and
    /// rts-cts.
    ///
    /// @throws IllegalArgumentException when `text` is wrong; the message tells what was found and what was expected
    public static SerialSettings parse(String text) {
        String[] parts = text.strip().split(",", -1);
        if (parts.length > 4) {
            throw wrong(text, "has " + parts.length + " parts");
        }
        if (!parts[0].startsWith("/")) {
            throw wrong(text, "names no device");
        }
        String frame = part(parts, 2, "8N1");
        Matcher framed = FRAME.matcher(frame);
        if (!framed.matches()) {
            throw wrong(text, "has the frame \"" + frame + "\", which is not 5 to 8, N, E or O, 1 or 2");
        }
        return new SerialSettings(
                Path.of(parts[0]),
                baud(text, part(parts, 1, "9600")),
                Integer.parseInt(framed.group(1)),
                framed.group(2).charAt(0),
                Integer.parseInt(framed.group(3)),
                flow(text, part(parts, 3, FlowControl.RTS_CTS.word())));
    }

    private static String part(String[] parts, int at, String otherwise) {
        return at < parts.length ? parts[at].strip() : otherwise;
    }

    private static int baud(String text, String digits) {
        return Optional.of(digits)
                .filter(number -> number.matches("[0-9]{2,7}"))
                .map(Integer::parseInt)
                .filter(number -> number >= LEAST_BAUD && number <= MOST_BAUD)
                .orElseThrow(() -> wrong(
                        text, "has the speed \"" + digits + "\", which is not " + LEAST_BAUD + " to " + MOST_BAUD));
    }

    private static FlowControl flow(String text, String word) {
        return Arrays.stream(FlowControl.values())
                .filter(flow -> flow.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        wrong(text, "has the flow control \"" + word + "\", which is none of " + FlowControl.words()));
    }

    private static IllegalArgumentException wrong(String text, String found) {
        return new IllegalArgumentException("\"" + text + "\" " + found + "; " + EXPECTED + ".");
    }

    @Override
    public String toString() {
        return "serial:%s,%d,%d%s%d,%s".formatted(device, baud, dataBits, parity, stopBits, flow.word());
    }
}
