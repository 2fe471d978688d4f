package slipstream.device.port.lpd;

import java.util.HashMap;
import java.util.Map;

/// What a control file says (RFC 1179, 7): lines of one letter and an operand.
final class ControlFile {
    /// Letters that ask for a data file to be printed, one way or another; a printer prints all as they are.
    private static final String PRINTING = "cdfglnoprtv";

    private ControlFile() {}

    /// How often each data file is to be printed: a line of its own each time.
    static Map<String, Integer> copies(String text) {
        var copies = new HashMap<String, Integer>();
        text.lines()
                .filter(line -> line.length() > 1 && PRINTING.indexOf(line.charAt(0)) >= 0)
                .forEach(line -> copies.merge(line.substring(1).strip(), 1, Integer::sum));
        return copies;
    }
}
