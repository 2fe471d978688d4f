package slipstream.escpos.text;

import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.profile.Quirk;
import slipstream.escpos.profile.TwoByte;
import slipstream.escpos.state.TextCoding;

/// Which code system two-byte mode has: by the printer's market, and by `FS C` where the sender chose.
final class TwoByteSystems {
    private TwoByteSystems() {}

    /// What `FS C n` chose for itself, or null where two-byte mode decides. `n` may be the digit.
    static CodeSystem chosen(PrinterProfile profile, TextCoding coding) {
        int n = n(coding);
        if (n != 1 && n != 2) {
            return null;
        }
        boolean chinese = profile.twoByte() == TwoByte.BIG5 || profile.has(Quirk.FS_C_CHOOSES_CHINESE);
        return chinese ? (coding.kanji() && n == 1 ? CodeSystem.BIG5 : null) : CodeSystem.SHIFT_JIS;
    }

    /// What two-byte mode is on this printer.
    static CodeSystem of(PrinterProfile profile, TextCoding coding, byte[] bytes) {
        return switch (profile.twoByte()) {
            case NONE, GB18030 -> CodeSystem.GB18030;
            case BIG5 -> n(coding) == 0 ? CodeSystem.GB18030 : CodeSystem.BIG5;
            case EUC_KR -> CodeSystem.EUC_KR;
            case SHIFT_JIS -> n(coding) == 0 || !hasHighByte(bytes) ? CodeSystem.JIS : CodeSystem.SHIFT_JIS;
        };
    }

    private static int n(TextCoding coding) {
        return coding.kanjiSystem() >= '0' ? coding.kanjiSystem() - '0' : coding.kanjiSystem();
    }

    /// JIS has none: a sender that never chose and sends one means Shift_JIS.
    private static boolean hasHighByte(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return true;
            }
        }
        return false;
    }
}
