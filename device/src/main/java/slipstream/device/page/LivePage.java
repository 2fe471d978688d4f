package slipstream.device.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import slipstream.device.claim.ReceiptNote;
import slipstream.device.report.Status;

/// The page as a browser gets it: it needs no script, and asks again by itself every five seconds.
final class LivePage {
    private static final Properties ENGLISH = words("en");
    private static final Properties CHINESE = words("zh");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);

    private final PageView view;
    private final Status status;
    private final Gallery gallery;
    private final boolean chinese;
    private final ZoneId zone;
    private final StringBuilder html = new StringBuilder();

    /// @param zone whose time of day is shown
    LivePage(PageView view, Gallery gallery, boolean chinese, ZoneId zone) {
        this.view = view;
        status = view.status();
        this.gallery = gallery;
        this.chinese = chinese;
        this.zone = zone;
    }

    /// Whether a browser wants Chinese first.
    static boolean chinese(String acceptLanguage) {
        return acceptLanguage != null && acceptLanguage.toLowerCase(Locale.ROOT).startsWith("zh");
    }

    /// The page.
    String html() {
        html.append("<!doctype html><html lang=\"")
                .append(chinese ? "zh-CN" : "en")
                .append("\"><head><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"5\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<link rel=\"stylesheet\" href=\"/page.css\"><title>")
                .append(word("title"))
                .append("</title></head><body><main><h1>")
                .append(word("title"))
                .append("</h1>");
        paragraph("quiet", status.version() + ", " + word("since") + " " + time(status.since()));
        wrong();
        box();
        status.lines().forEach(this::line);
        return html.append("</main></body></html>").toString();
    }

    private void wrong() {
        if (view.wrong().isEmpty()) {
            paragraph("well", word("well"));
        }
        for (Status.Wrong one : view.wrong()) {
            html.append("<div class=\"wrong\">");
            paragraph("", one.sentence());
            paragraph("", word("next") + " " + one.next());
            html.append("</div>");
        }
    }

    private void box() {
        html.append("<dl>");
        String since = status.serviceSince() == null ? "" : ", " + time(status.serviceSince());
        String why = status.serviceWhy() == null ? "" : " (" + status.serviceWhy() + ")";
        row("service", word(status.service()) + since + why);
        Status.Waits waits = status.waits();
        row(
                "held",
                waits == null
                        ? word("held-none")
                        : word("half") + " " + waits.p50() + " ms, 99 % " + waits.p99() + " ms, " + word("longest")
                                + " " + waits.max() + " ms (" + word("of") + " " + waits.count() + " "
                                + word("receipts") + ")");
        row("late", Long.toString(status.late()));
        row("outbox", status.outbox() + " " + word("waiting"));
        if (status.pool() != null) {
            row("pool", status.pool() + " " + word("tokens"));
        }
        row("store", status.store() == null ? word("memory") : status.store());
        if (status.capture() != null) {
            row(
                    "capture",
                    time(status.capture().until()) + ": " + status.capture().directory());
        }
        html.append("</dl>");
    }

    private void line(Status.Line line) {
        html.append("<section><h2>")
                .append(safe(word("line") + " " + line.name() + ": " + line.listens() + " " + word("to") + " "
                        + line.printer()))
                .append("</h2><dl>");
        row("printer", reached(line));
        row("pos", Integer.toString(line.pos()));
        html.append("</dl><h3>").append(word("last")).append("</h3>");
        List<Gallery.Kept> kept = gallery.of(line.name());
        paragraph("quiet", word(kept.isEmpty() ? "none-yet" : "masked"));
        html.append("<div class=\"roll\" tabindex=\"0\" role=\"group\" aria-label=\"")
                .append(word("last"))
                .append("\">");
        for (Gallery.Kept one : kept) {
            String at = TIME.format(one.at().atZone(zone));
            html.append("<figure><figcaption>%s</figcaption><img src=\"/receipts/%d.png\" alt=\"%s %s\"></figure>"
                    .formatted(at, one.number(), word("receipt"), at));
        }
        html.append("</div>");
        notes(view.notes().getOrDefault(line.name(), List.of()));
        html.append("</section>");
    }

    private void notes(List<ReceiptNote> notes) {
        if (notes.isEmpty()) {
            return;
        }
        html.append("<h3>").append(word("became")).append("</h3><table><tr>");
        for (String head : List.of("time", "kind", "outcome", "ms")) {
            html.append("<th scope=\"col\">").append(word(head)).append("</th>");
        }
        html.append("</tr>");
        for (ReceiptNote note : notes) {
            String outcome = note.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
            html.append("<tr><td>")
                    .append(TIME.format(note.at().atZone(zone)))
                    .append("</td><td>")
                    .append(safe(note.kind()))
                    .append("</td><td>")
                    .append(word(outcome.equals("late") ? "late-outcome" : outcome))
                    .append("</td><td>")
                    .append(note.heldMs() < 0 ? "-" : Long.toString(note.heldMs()))
                    .append("</td></tr>");
        }
        html.append("</table>");
    }

    private String reached(Status.Line line) {
        if (line.reached() == null) {
            return word("not-wanted");
        }
        String why = line.why() == null ? "" : " (" + line.why() + ")";
        return word(line.reached() ? "reached" : "not-reached") + ", " + time(line.reachedSince()) + why;
    }

    private void row(String name, String value) {
        html.append("<dt>")
                .append(word(name))
                .append("</dt><dd>")
                .append(safe(value))
                .append("</dd>");
    }

    private void paragraph(String kind, String text) {
        html.append("<p class=\"").append(kind).append("\">").append(safe(text)).append("</p>");
    }

    private String time(String instant) {
        return TIME.format(Instant.parse(instant).atZone(zone));
    }

    private String word(String name) {
        return (chinese ? CHINESE : ENGLISH).getProperty(name, name);
    }

    private static String safe(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static Properties words(String language) {
        var words = new Properties();
        try (Reader in = new InputStreamReader(
                LivePage.class.getResourceAsStream("words." + language + ".properties"), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
