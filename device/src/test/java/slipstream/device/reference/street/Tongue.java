package slipstream.device.reference.street;

import java.util.List;
import java.util.Locale;

/// A language of the street: its words, and the encodings that its points of sale use.
enum Tongue {
    ZH(
            6,
            Encoding.GBK_FROM_POWER_ON,
            Encoding.GBK_FROM_POWER_ON,
            Encoding.GBK_CHOSEN,
            Encoding.GBK_SWITCHED,
            Encoding.GBK_NEVER_CHOSEN,
            Encoding.UTF8_NEVER_CHOSEN,
            Encoding.UTF8_CHOSEN),
    ZHT(1, Encoding.BIG5_FROM_POWER_ON, Encoding.BIG5_CHOSEN, Encoding.UTF8_CHOSEN, Encoding.UTF8_NEVER_CHOSEN),
    EN(
            3,
            Encoding.PC437,
            Encoding.PC437_NEVER_CHOSEN,
            Encoding.PC858,
            Encoding.WPC1252,
            Encoding.GBK_FROM_POWER_ON,
            Encoding.UTF8_CHOSEN),
    JA(2, Encoding.SHIFT_JIS, Encoding.JIS_SWITCHED, Encoding.UTF8_CHOSEN, Encoding.UTF8_NEVER_CHOSEN),
    KO(2, Encoding.EUC_KR_FROM_POWER_ON, Encoding.EUC_KR_CHOSEN, Encoding.UTF8_CHOSEN, Encoding.UTF8_NEVER_CHOSEN),
    DE(2, Encoding.PC437, Encoding.PC850, Encoding.PC858, Encoding.WPC1252, Encoding.ISO8859_15, Encoding.UTF8_CHOSEN),
    FR(2, Encoding.PC850, Encoding.PC858, Encoding.PC863, Encoding.WPC1252, Encoding.UTF8_CHOSEN),
    ES(2, Encoding.PC437, Encoding.PC850, Encoding.PC858, Encoding.WPC1252, Encoding.UTF8_CHOSEN),
    PT(2, Encoding.PC860, Encoding.PC850, Encoding.PC858, Encoding.WPC1252, Encoding.UTF8_CHOSEN);

    private final int share;
    private final List<Encoding> encodings;
    private final Words words;
    private final Words unseen;

    Tongue(int share, Encoding... encodings) {
        this.share = share;
        this.encodings = List.of(encodings);
        String file = name().toLowerCase(Locale.ROOT) + ".txt";
        words = Words.of(file);
        unseen = words.with(Words.of("unseen/" + file));
    }

    /// How often it is met, beside the others.
    int share() {
        return share;
    }

    List<Encoding> encodings() {
        return encodings;
    }

    Words words() {
        return words;
    }

    /// Words that nobody had before them who taught the box.
    Words unseen() {
        return unseen;
    }

    /// Whether the platforms' wallets are the usual way to pay.
    boolean chinese() {
        return this == ZH;
    }
}
