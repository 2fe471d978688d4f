package slipstream.escpos.text;

import java.util.ArrayList;
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

    private byte[] pending = {};
    private PrinterState pendingState;

    /// A decoder that nothing is pending in.
    public TextDecoder() {}

    /// The characters of `run`, preceded by what was pending. A character that the end of the run cuts in
    /// two is pending then: it comes with the next run, or with [#end].
    public List<Letter> decode(PrinterState state, Bytes run) {
        byte[] bytes = join(pending, run.toArray());
        int before = pending.length;
        pending = new byte[0];
        pendingState = state;
        CodeSystem system = system(state.profile(), state.coding(), bytes);
        List<Letter> letters = new ArrayList<>(bytes.length);
        int at = 0;
        while (at < bytes.length) {
            int length = system == null ? CodeSystem.STANDS_ALONE : system.length(bytes, at);
            if (length == CodeSystem.UNFINISHED) {
                pending = Arrays.copyOfRange(bytes, at, bytes.length);
                break;
            }
            letters.add(
                    length == CodeSystem.STANDS_ALONE
                            ? alone(system, bytes[at], at - before)
                            : system.letter(bytes, at, length, at - before));
            at += Math.max(1, length);
        }
        return letters;
    }

    /// What is pending, because a command follows and not text: its bytes as characters of the one-byte page,
    /// at negative offsets.
    public List<Letter> end() {
        List<Letter> letters = new ArrayList<>(pending.length);
        for (int i = 0; i < pending.length; i++) {
            letters.add(alone(null, pending[i], i - pending.length));
        }
        pending = new byte[0];
        return letters;
    }

    private Letter alone(CodeSystem system, byte b, int offset) {
        TextCoding coding = pendingState.coding();
        if (system == CodeSystem.SHIFT_JIS && CodeSystem.in(b, 0xA1, 0xDF)) {
            return new Letter(HALF_WIDTH_KANA + (b & 0xFF) - 0xA1, offset, 1, false);
        }
        int table = coding.codeTable();
        int codePoint =
                CodeTables.codePoint(pendingState.profile().codePageTable(), table, coding.international(), b & 0xFF);
        return new Letter(codePoint, offset, 1, false);
    }

    /// How bytes pair up, or null where each stands alone.
    private static CodeSystem system(PrinterProfile profile, TextCoding coding, byte[] bytes) {
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
        CodeSystem page = CodeTables.system(profile.codePageTable(), coding.codeTable());
        if (page != null) {
            return page;
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
