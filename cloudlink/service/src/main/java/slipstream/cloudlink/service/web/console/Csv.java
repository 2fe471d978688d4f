package slipstream.cloudlink.service.web.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import slipstream.cloudlink.service.web.http.Reply;

/// Tables as RFC 4180 has them: comma, CRLF, quotes doubled. With a byte order mark, for spreadsheets take the
/// text for UTF-8 only then.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, tab or carriage return for a formula (OWASP,
/// "CSV Injection"); such a text gets an apostrophe in front. Numbers are left alone.
final class Csv {
    private static final String FORMULA = "=+-@\t\r\n";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Csv() {}

    static String of(List<String> head, List<? extends List<?>> rows) {
        var text = new StringBuilder(BYTE_ORDER_MARK).append(line(head));
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<?> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(Object value) {
        var text = value == null ? "" : value.toString();
        if (!(value instanceof Number) && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    /// A file to keep.
    ///
    /// @param name of our own choice, letters and hyphens
    static Reply file(String name, String text) {
        return new Reply(
                200,
                "text/csv; charset=utf-8",
                text,
                Map.of(
                        "Content-Disposition",
                        "attachment; filename=\"" + name + ".csv\"",
                        "Content-Security-Policy",
                        "default-src 'none'; sandbox"));
    }

    /// A word as a part of an address.
    static String inPath(String word) {
        return URLEncoder.encode(word, UTF_8).replace("+", "%20");
    }
}
