package slipstream.escpos.state;

/// What the bytes of text stand for.
///
/// @param codeTable `ESC t n`, or [#NEVER_CHOSEN]
/// @param international `ESC R n`
/// @param kanji whether high bytes pair up: `FS &`, `FS .`
/// @param kanjiSystem `FS C n`, or [#NEVER_CHOSEN]
/// @param utf8 `FS ( C 48 2`
/// @param userCharacters whether `ESC %` prefers what `ESC &` defined
public record TextCoding(
        int codeTable, int international, boolean kanji, int kanjiSystem, boolean utf8, boolean userCharacters)
        implements Part {

    /// The sender has not said which it means.
    public static final int NEVER_CHOSEN = -1;

    TextCoding withCodeTable(int n) {
        return new TextCoding(n, international, kanji, kanjiSystem, utf8, userCharacters);
    }

    TextCoding withInternational(int n) {
        return new TextCoding(codeTable, n, kanji, kanjiSystem, utf8, userCharacters);
    }

    TextCoding withKanji(boolean on) {
        return new TextCoding(codeTable, international, on, kanjiSystem, utf8, userCharacters);
    }

    TextCoding withKanjiSystem(int n) {
        return new TextCoding(codeTable, international, kanji, n, utf8, userCharacters);
    }

    TextCoding withUtf8(boolean on) {
        return new TextCoding(codeTable, international, kanji, kanjiSystem, on, userCharacters);
    }

    TextCoding withUserCharacters(boolean on) {
        return new TextCoding(codeTable, international, kanji, kanjiSystem, utf8, on);
    }
}
