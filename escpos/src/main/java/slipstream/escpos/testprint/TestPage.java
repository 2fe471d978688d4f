package slipstream.escpos.testprint;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.profile.Support;
import slipstream.escpos.profile.TwoByte;
import slipstream.escpos.text.CodeTables;

/// What a technician prints to see whether a profile tells the truth about the printer in front of him.
///
/// | on the page | tells |
/// | --- | --- |
/// | a rule across the paper, its ends marked | dots a line, and which are clipped |
/// | a line of digits in each font | fonts and their columns |
/// | a line for each page | the numbers of `ESC t` |
/// | two-byte text without and with `FS &` | the code system, and whether it is on from power-on |
/// | sizes, inverse, upside-down | what is drawn |
/// | bars, 5 mm and a line apart | whether `ESC J` feeds, whether a line feed after a raster does |
/// | a QR Code of the printer's own, and one as raster | native QR, rasters and their height |
/// | a rule of millimetres, cut through, or of lines where no raster is drawn | the way from print line to blade |
/// | a cut with text pending | whether it is ignored or prints first |
public final class TestPage {
    /// What the printer's own QR Code says.
    public static final String NATIVE_PAYLOAD = "SLIPSTREAM NATIVE";
    /// What the QR Code drawn as raster says.
    public static final String RASTER_PAYLOAD = "SLIPSTREAM RASTER";

    private static final int MOST_PAGES = 18;
    private static final int MODULE_DOTS = 5;

    /// Farther than any blade or tear bar is from the print line.
    private static final int RULER_LINES = 10;
    private static final List<String> FOREIGN = List.of("star", "bematech");
    private static final Map<TwoByte, String> SAMPLES = Map.of(
            TwoByte.GB18030, "微信支付合计",
            TwoByte.BIG5, "統一發票合計",
            TwoByte.SHIFT_JIS, "領収証合計",
            TwoByte.EUC_KR, "승인번호합계");
    private static final Map<TwoByte, String> CHARSETS = Map.of(
            TwoByte.GB18030, "GB18030",
            TwoByte.BIG5, "Big5",
            TwoByte.SHIFT_JIS, "windows-31j",
            TwoByte.EUC_KR, "EUC-KR");

    private final PrinterProfile profile;
    private final Job job = new Job();

    private TestPage(PrinterProfile profile) {
        this.profile = profile;
    }

    /// The page's bytes for a printer.
    ///
    /// @throws IllegalArgumentException when the printer speaks a language that the page is not written in;
    ///     the message is a sentence
    public static byte[] of(PrinterProfile profile) {
        if (FOREIGN.contains(profile.dialect())) {
            throw new IllegalArgumentException("There is no test page in the dialect \"" + profile.dialect() + "\" of "
                    + profile.name() + "; set the printer to ESC/POS and choose a profile of that.");
        }
        var page = new TestPage(profile);
        page.head();
        page.width();
        page.fonts();
        page.twoByte();
        page.pages();
        page.looks();
        page.feeds();
        page.symbols();
        page.blade();
        return page.job.toByteArray();
    }

    private void head() {
        job.send(0x1B, '@')
                .send(0x1D, '!', 0x11)
                .line("TEST PAGE")
                .send(0x1D, '!', 0)
                .line(profile.name())
                .line(profile.dotsPerLine() + " dots, " + profile.dpi() + " dpi");
    }

    private void width() {
        if (profile.raster()) {
            job.heading("1 Width: both ends black?");
            raster(Picture.widthRuler(profile));
        }
    }

    private void fonts() {
        job.heading("2 Fonts: one line each, full?");
        for (int font = 0; font < profile.fonts().size(); font++) {
            int columns = profile.columns(font);
            String name = (char) ('A' + font) + " " + profile.fonts().get(font) + " " + columns + " ";
            var digits = new StringBuilder(name);
            for (int i = name.length(); i < columns; i++) {
                digits.append((i + 1) % 10);
            }
            job.send(0x1B, 'M', font).line(digits.toString());
        }
        job.send(0x1B, 'M', 0);
    }

    private void twoByte() {
        if (profile.twoByte() == TwoByte.NONE) {
            return;
        }
        byte[] sample = SAMPLES.get(profile.twoByte()).getBytes(Charset.forName(CHARSETS.get(profile.twoByte())));
        job.heading("3 Two-byte text: which reads?");
        job.text("at power-on ").send(sample).send('\n');
        job.send(0x1C, '&');
        if (profile.twoByte() == TwoByte.SHIFT_JIS) {
            job.send(0x1C, 'C', 1);
        }
        job.text("after FS &  ").send(sample).send('\n').send(0x1C, '.');
        if (profile.twoByte() == TwoByte.SHIFT_JIS) {
            job.send(0x1C, 'C', 0);
        }
    }

    private void pages() {
        job.heading("4 Code pages: as named?");
        CodeTables.table(profile.codePageTable()).entrySet().stream()
                .filter(page -> !page.getValue().equals("Thai"))
                .limit(MOST_PAGES)
                .forEach(page -> page(page.getKey(), page.getValue()));
        job.send(0x1B, 't', 0);
    }

    private void page(int n, String name) {
        job.send(0x1B, 't', n).text("%3d %-10.10s ".formatted(n, name));
        for (int b = 0x80; b < 0x88; b++) {
            job.send(b);
        }
        for (int b = 0xE0; b < 0xE8; b++) {
            job.send(b);
        }
        job.send('\n');
    }

    private void looks() {
        job.heading("5 Looks");
        job.send(0x1D, '!', 0x01).text("high ").send(0x1D, '!', 0x10).text("wide ");
        job.send(0x1D, '!', 0x11).text("both").send(0x1D, '!', 0).send('\n');
        job.send(0x1D, 'B', 1).text(" inverse ").send(0x1D, 'B', 0).send(' ');
        job.send(0x1B, '-', 1).text("underline").send(0x1B, '-', 0).send('\n');
        job.send(0x1B, '{', 1).line("upside-down").send(0x1B, '{', 0);
        job.send(0x1B, 'a', 1).line("centred").send(0x1B, 'a', 2).line("right").send(0x1B, 'a', 0);
    }

    private void feeds() {
        if (!profile.raster()) {
            return;
        }
        int units = Math.clamp(Math.round(profile.unitsPerInchY() * 5 / 25.4f), 1, 255);
        Picture bar = Picture.bar(profile, 4);
        job.heading("6 Feeds: bars 5 mm apart?");
        raster(bar).send(0x1B, 'J', units);
        raster(bar).line("and one line apart?");
        raster(bar).send('\n');
        raster(bar);
    }

    private void symbols() {
        if (profile.nativeQr() != Support.NO) {
            byte[] payload = NATIVE_PAYLOAD.getBytes(StandardCharsets.US_ASCII);
            job.heading("7 Native QR: scans? no text?").send(0x1B, 'a', 1);
            int module = Picture.moduleDots(profile, NATIVE_PAYLOAD, MODULE_DOTS);
            job.send(0x1D, '(', 'k', 4, 0, '1', 'A', '2', 0).send(0x1D, '(', 'k', 3, 0, '1', 'C', module);
            job.send(0x1D, '(', 'k', 3, 0, '1', 'E', '1');
            job.send(0x1D, '(', 'k', payload.length + 3, 0, '1', 'P', '0').send(payload);
            job.send(0x1D, '(', 'k', 3, 0, '1', 'Q', '0').send(0x1B, 'a', 0);
        }
        if (profile.raster()) {
            job.heading("8 Raster QR: scans? whole?");
            raster(Picture.qr(profile, RASTER_PAYLOAD, MODULE_DOTS));
        }
    }

    private void blade() {
        if (!profile.cutter()) {
            job.heading("9 Tear here: " + unit() + " from foot");
            bladeRuler();
            job.send(0x1B, 'd', 5);
            return;
        }
        job.line("9 Blade: " + unit() + " at the edge below");
        bladeRuler();
        job.send(0x1D, 'V', 1).send('\n').heading("10 Cut between A and B?");
        job.text("A").send(0x1D, 'V', 1).line("B").heading("11 Fed to the blade, then cut?");
        job.send(0x1D, 'V', 66, 0);
    }

    private String unit() {
        return profile.raster() ? "mm" : "lines";
    }

    private void bladeRuler() {
        if (profile.raster()) {
            raster(Picture.bladeRuler(profile));
        } else {
            for (int line = RULER_LINES; line > 0; line--) {
                job.line("%2d -----".formatted(line));
            }
        }
    }

    /// A picture, on a printer that draws rasters.
    private Job raster(Picture picture) {
        return job.raster(picture, profile.maxRasterRows());
    }
}
