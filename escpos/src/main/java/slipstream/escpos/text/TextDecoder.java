package slipstream.escpos.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import slipstream.escpos.command.Bytes;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.profile.TwoByte;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.state.TextCoding;

/// Bytes of text to characters, as the printer's state says.
///
/// | the sender chose | high bytes are |
/// | --- | --- |
/// | UTF-8 (`FS ( C`, or `FS C FF` of a clone) | UTF-8 |
/// | `FS C 1` or `2` | Shift_JIS; on a printer for Chinese whose profile says so `0` is GB18030 and `1` Big5 |
/// | `FS C 0` and two-byte mode, on a printer for Japan | JIS |
/// | two-byte mode (`FS &`, or the printer's power-on state) | the code system of the printer's profile |
/// | a page (`ESC t`) | that page of the vendor's table; page 437 where the number is unknown |
/// | nothing | UTF-8 or GB18030 where the run is well-formed Chinese of that kind, else page 437 |
///
/// The last line is for the many senders that rely on their printer's country. Keeps nothing between runs but
/// the bytes of a character that the end of a run cut in two. Not safe for use by two threads at once.
public final class TextDecoder {
    private static final int KANJI_UTF_8 = 0xFF;
    private static final int HALF_WIDTH_KANA = 0xFF61;

    private static final byte[] NOTHING = {};

    private static final byte[] ASCII = {'A'};
    private static final int FIRST_HIGH = 0x80;

    private byte[] pending = NOTHING;
    private PrinterProfile profile;
    private TextCoding coding;
    private CodePage page;
    private boolean asciiIsPlain;
    private boolean figures;

    /// A decoder that nothing is pending in.
    public TextDecoder() {}

    /// The characters of `run` where each byte of it is ASCII and stands for itself, a narrow character each, as in
    /// most runs; null where any does not, or something is pending: [#decode] tells those.
    public String plain(PrinterState state, Bytes run) {
        choose(state);
        if (!asciiIsPlain || pending.length > 0 || run.length() == 0 || run.at(0) >= FIRST_HIGH) {
            return null;
        }
        int some = Figures.inAscii(run);
        figures = some == Figures.SOME;
        return some == Figures.NOT_ASCII ? null : run.text(StandardCharsets.ISO_8859_1);
    }

    /// Whether the run that was plain last shows a number of some length, as [Figures] tells it.
    public boolean figures() {
        return figures;
    }

    /// The characters of `run`, preceded by what was pending. A character that the end of the run cuts in
    /// two is pending then: it comes with the next run, or with [#end].
    public List<Letter> decode(PrinterState state, Bytes run) {
        byte[] bytes = pending.length == 0 ? run.toArray() : join(pending, run.toArray());
        int before = pending.length;
        pending = NOTHING;
        choose(state);
        CodeSystem system = system(bytes);
        var letters = new Letters(bytes.length);
        boolean lowStandAlone = system != CodeSystem.JIS;
        int at = 0;
        while (at < bytes.length) {
            if (bytes[at] >= 0 && lowStandAlone) {
                letters.add(page.character(bytes[at]), at - before, 1, false);
                at++;
                continue;
            }
            int length = system == null ? CodeSystem.STANDS_ALONE : system.length(bytes, at);
            if (length == CodeSystem.UNFINISHED) {
                pending = Arrays.copyOfRange(bytes, at, bytes.length);
                break;
            }
            if (length == CodeSystem.STANDS_ALONE) {
                letters.add(alone(system, bytes[at]), at - before, 1, false);
            } else {
                int codePoint = system.codePoint(bytes, at, length);
                letters.add(codePoint, at - before, length, system.wide(codePoint));
            }
            at += Math.max(1, length);
        }
        return letters;
    }

    /// What is pending, because a command follows and not text: its bytes as characters of the one-byte page,
    /// at negative offsets.
    public List<Letter> end() {
        if (pending.length == 0) {
            return List.of();
        }
        var letters = new Letters(pending.length);
        for (int i = 0; i < pending.length; i++) {
            letters.add(alone(null, pending[i]), i - pending.length, 1, false);
        }
        pending = NOTHING;
        return letters;
    }

    private int alone(CodeSystem system, byte b) {
        boolean kana = system == CodeSystem.SHIFT_JIS && CodeSystem.in(b, 0xA1, 0xDF);
        return kana ? HALF_WIDTH_KANA + (b & 0xFF) - 0xA1 : page.character(b);
    }

    /// Looks up what the state's coding chooses, when it is another than that of the run before.
    private void choose(PrinterState state) {
        if (state.coding() == coding && state.profile() == profile) {
            return;
        }
        coding = state.coding();
        profile = state.profile();
        page = CodeTables.codePage(profile.codePageTable(), coding.codeTable(), coding.international());
        asciiIsPlain = page.keepsAscii() && system(ASCII) != CodeSystem.JIS;
    }

    /// How bytes pair up, or null where each stands alone.
    private CodeSystem system(byte[] bytes) {
        if (coding.utf8() || coding.kanjiSystem() == KANJI_UTF_8) {
            return CodeSystem.UTF_8;
        }
        CodeSystem named = TwoByteSystems.chosen(profile, coding);
        if (named != null) {
            return named;
        }
        if (coding.kanji() && profile.twoByte() != TwoByte.NONE) {
            return TwoByteSystems.of(profile, coding, bytes);
        }
        if (page.system() != null) {
            return page.system();
        }
        if (coding.codeTable() != TextCoding.NEVER_CHOSEN) {
            return null;
        }
        return looksUtf8(bytes) ? CodeSystem.UTF_8 : looksChinese(bytes) ? CodeSystem.GB18030 : null;
    }

    /// Whether all high bytes are well-formed UTF-8 with East Asian characters among them, which GB18030 is
    /// next to never by chance.
    private static boolean looksUtf8(byte[] bytes) {
        int evidence = 0;
        int at = 0;
        while (at < bytes.length) {
            int length = bytes[at] >= 0 ? 1 : CodeSystem.UTF_8.length(bytes, at);
            if (length == CodeSystem.UNFINISHED) {
                evidence--;
                break;
            }
            if (length == CodeSystem.STANDS_ALONE) {
                return false;
            }
            if (length == 3 && CodeSystem.in(bytes[at], 0xE3, 0xEF)) {
                evidence++;
            }
            at += length;
        }
        return evidence > 0;
    }

    /// Whether all high bytes are well-formed GB18030 with characters of GB2312 among them. Pairs of equal
    /// bytes speak against it: that is how page 437 draws lines.
    private static boolean looksChinese(byte[] bytes) {
        int evidence = 0;
        int at = 0;
        while (at < bytes.length) {
            if (bytes[at] >= 0) {
                at++;
                continue;
            }
            int length = CodeSystem.GB18030.length(bytes, at);
            if (length == CodeSystem.UNFINISHED) {
                break;
            }
            if (length == CodeSystem.STANDS_ALONE) {
                return false;
            }
            if (bytes[at] == bytes[at + 1]) {
                evidence--;
            } else if (CodeSystem.in(bytes[at], 0xA1, 0xF7) && CodeSystem.in(bytes[at + 1], 0xA1, 0xFE)) {
                evidence++;
            }
            at += length;
        }
        return evidence > 0;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
