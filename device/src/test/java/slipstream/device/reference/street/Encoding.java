package slipstream.device.reference.street;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.text.Normalizer;
import slipstream.escpos.profile.PrinterProfile;

/// How a point of sale sends its text: the charset, the commands that choose it, the printer it is sent to.
enum Encoding {
    GBK_FROM_POWER_ON("GBK", "generic-80mm-china", false),
    GBK_CHOSEN("GBK", "generic-80mm", false, 0x1C, '&'),
    GBK_SWITCHED("GBK", "generic-80mm", true),
    GBK_NEVER_CHOSEN("GBK", "generic-80mm", false),
    BIG5_FROM_POWER_ON("Big5", "generic-80mm-taiwan", false),
    BIG5_CHOSEN("Big5", "generic-80mm-taiwan", false, 0x1C, '&'),
    SHIFT_JIS("windows-31j", "generic-80mm-japan", false, 0x1C, 'C', 1, 0x1C, '&'),
    JIS_SWITCHED("EUC-JP", "generic-80mm-japan", true),
    EUC_KR_FROM_POWER_ON("x-windows-949", "generic-80mm-korea", false),
    EUC_KR_CHOSEN("x-windows-949", "generic-80mm-korea", false, 0x1C, '&'),
    UTF8_CHOSEN("UTF-8", "generic-80mm", false, 0x1C, '(', 'C', 2, 0, 0x30, 2),
    UTF8_NEVER_CHOSEN("UTF-8", "generic-80mm", false),
    PC437("IBM437", "generic-80mm", false, 0x1B, 't', 0),
    PC437_NEVER_CHOSEN("IBM437", "generic-80mm", false),
    PC850("IBM850", "generic-80mm", false, 0x1B, 't', 2),
    PC860("IBM860", "generic-80mm", false, 0x1B, 't', 3),
    PC863("IBM863", "generic-80mm", false, 0x1B, 't', 4),
    WPC1252("windows-1252", "generic-80mm", false, 0x1B, 't', 16),
    PC858("IBM00858", "generic-80mm", false, 0x1B, 't', 19),
    ISO8859_15("ISO-8859-15", "generic-80mm", false, 0x1B, 't', 40);

    private final Charset charset;
    private final PrinterProfile profile;
    private final boolean switched;
    private final byte[] choice;

    Encoding(String charset, String profile, boolean switched, int... choice) {
        this.charset = Charset.forName(charset);
        this.profile = PrinterProfile.named(profile);
        this.switched = switched;
        this.choice = new byte[choice.length];
        for (int i = 0; i < choice.length; i++) {
            this.choice[i] = (byte) choice[i];
        }
    }

    /// Its printer, for paper of so many columns; narrow ones have no blade.
    PrinterProfile printer(int columns) {
        return new PrinterProfile(
                profile.name(),
                profile.model(),
                profile.dialect(),
                columns * 12,
                profile.dpi(),
                profile.unitsPerInchX(),
                profile.unitsPerInchY(),
                profile.fonts(),
                profile.twoByteCell(),
                profile.codePageTable(),
                profile.twoByte(),
                profile.twoByteFromPowerOn(),
                profile.nativeQr(),
                profile.raster(),
                profile.maxRasterRows(),
                profile.printSpeedMmPerS(),
                columns > 32,
                profile.bladeDistanceDots(),
                profile.quirks());
    }

    /// The commands that choose it, after `ESC @`.
    byte[] choice() {
        return choice.clone();
    }

    /// Whether characters two columns wide can be sent.
    boolean wide() {
        return can("单") || can("漢") || can("한");
    }

    /// Whether the text can be sent as it is.
    boolean can(String text) {
        return charset.newEncoder().canEncode(text);
    }

    /// The text as it will show: letters that cannot be sent lose their accents, others become likenesses.
    String writable(String text) {
        if (can(text)) {
            return text;
        }
        var shown = new StringBuilder();
        text.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> can(letter) ? letter : likeness(letter))
                .forEach(shown::append);
        return shown.toString();
    }

    private String likeness(String letter) {
        String like = switch (letter) {
            case "€" -> "EUR";
            case "￥", "¥" -> can("¥") ? "¥" : can("￥") ? "￥" : "\\";
            case "º", "°" -> can("°") ? "°" : can("º") ? "º" : "o";
            case "ß" -> "ss";
            default -> Normalizer.normalize(letter, Normalizer.Form.NFKC);
        };
        if (can(like)) {
            return like;
        }
        String bare = Normalizer.normalize(like, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return can(bare) ? bare : "?";
    }

    /// Writes the text, which is [#writable].
    void write(String text, ByteArrayOutputStream out) {
        if (!switched) {
            out.writeBytes(text.getBytes(charset));
            return;
        }
        boolean two = false;
        for (int at = 0; at < text.length(); at++) {
            byte[] bytes = text.substring(at, at + 1).getBytes(charset);
            if (two != bytes.length > 1) {
                two = !two;
                out.writeBytes(new byte[] {0x1C, (byte) (two ? '&' : '.')});
            }
            for (byte b : bytes) {
                out.write(this == JIS_SWITCHED ? b & 0x7F : b);
            }
        }
        if (two) {
            out.writeBytes(new byte[] {0x1C, '.'});
        }
    }
}
