package slipstream.escpos.text;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipstream.escpos.command.Bytes;
import slipstream.escpos.command.Setting;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.testing.Bytecode;

class TextDecoderTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    /// "Қазақ": Unicode Consortium, KZ1048.TXT (8D, 9D; 80 and up as windows-1251).
    private static final byte[] KAZAKH = {(byte) 0x8D, (byte) 0xE0, (byte) 0xE7, (byte) 0xE0, (byte) 0x9D};

    private final TextDecoder decoder = new TextDecoder();
    private PrinterState state = PrinterState.initial(PrinterProfile.GENERIC_80MM);

    @Test
    void asciiIsOneColumnALetter() {
        assertEquals(
                List.of(new Letter('O', 0, 1, false), new Letter('K', 1, 1, false)),
                decoder.decode(state, Bytes.copy("OK".getBytes(UTF_8))));
    }

    @Test
    void plainTextIsWhatItsLettersSpell() {
        String[] streams = {"", "1B 74 10", "1B 52 08", "1C 26", "1C 43 00", "1C 43 01", "1C 28 43 02 00 30 02", "1C 2E"
        };
        for (String profile : List.of("generic-80mm", "tm-t88v", "tm-t20")) {
            PrinterState initial = PrinterState.initial(PrinterProfile.named(profile));
            for (String stream : streams) {
                state = Bytecode.after(initial, Bytecode.of(stream));
                for (int b = 0x20; b <= 0xFF; b++) {
                    assertPlain(new byte[] {'a', (byte) b, 'z'});
                    assertPlain(new byte[] {(byte) b, 'a'});
                }
            }
        }
    }

    private void assertPlain(byte[] bytes) {
        Bytes run = Bytes.copy(bytes);
        String plain = decoder.plain(state, run);
        List<Letter> letters = new ArrayList<>(decoder.decode(state, run));
        letters.addAll(decoder.end());
        if (plain != null) {
            assertEquals(Letter.text(letters), plain);
            assertEquals(bytes.length, Letter.columns(letters));
        }
    }

    @Test
    void asciiThatStandsForItselfIsPlain() {
        assertEquals("Total 12.80", decoder.plain(state, Bytes.copy("Total 12.80".getBytes(US_ASCII))));
        state = state.after(new Setting.InternationalSet(8));
        assertNull(decoder.plain(state, Bytes.copy("Total 12.80".getBytes(US_ASCII))));
    }

    @Test
    void nothingIsPlainBehindHalfACharacter() {
        state = state.after(new Setting.KanjiMode(true));
        decoder.decode(state, Bytes.copy(new byte[] {(byte) 0xB0}));
        assertNull(decoder.plain(state, Bytes.copy(new byte[] {'A'})));
    }

    @Test
    void chineseIsRecognisedWithoutAnyChoice() {
        assertEquals("微信支付 ¥12.80：成功", text("微信支付 ¥12.80：成功".getBytes(GB18030)));
    }

    @Test
    void chineseInUtf8IsRecognisedWithoutAnyChoice() {
        assertEquals("微信支付：¥12.80", text("微信支付：¥12.80".getBytes(UTF_8)));
        assertEquals("交易单号4200", text("交易单号4200".getBytes(UTF_8)));
    }

    @Test
    void noTwoCharactersOfGb2312AreTakenForUtf8() {
        for (int first = 0xB0A1; first <= 0xF7FE; first++) {
            for (int second = 0xB0A1; second <= 0xF7FE; second += 97) {
                byte[] pair = {(byte) (first >> 8), (byte) first, (byte) (second >> 8), (byte) second};
                if (hanzi(first) && hanzi(second)) {
                    assertEquals(new String(pair, GB18030), text(pair));
                }
            }
        }
    }

    /// Whether `code` is a character whose bytes differ: equal ones may be a rule of page 437.
    private static boolean hanzi(int code) {
        boolean unassigned = code >= 0xD7FA && code <= 0xD7FE;
        return (code & 0xFF) >= 0xA1 && (code & 0xFF) <= 0xFE && code >> 8 != (code & 0xFF) && !unassigned;
    }

    @Test
    void chineseLettersAreWideAndTellTheirOffsets() {
        List<Letter> letters = decoder.decode(state, Bytes.copy("A合计".getBytes(GB18030)));
        assertEquals(List.of(0, 1, 3), letters.stream().map(Letter::offset).toList());
        assertEquals(List.of(1, 2, 2), letters.stream().map(Letter::columns).toList());
    }

    @Test
    void lineDrawingOfPage437IsNotChinese() {
        assertEquals("────────", text(HexFormat.of().parseHex("C4C4C4C4C4C4C4C4")));
        assertEquals("╔══════════╗", text(HexFormat.of().parseHex("C9CDCDCDCDCDCDCDCDCDCDBB")));
    }

    @Test
    void westernTextWithoutAChoiceIsPage437() {
        assertEquals("Café £5", text("Café £5".getBytes(Charset.forName("IBM437"))));
    }

    @Test
    void aChosenPageIsTakenAtItsWord() {
        state = state.after(new Setting.CodeTable(17));
        assertEquals("Касса", text("Касса".getBytes(Charset.forName("IBM866"))));
        state = state.after(new Setting.CodeTable(16));
        assertEquals("Straße 5 €", text("Straße 5 €".getBytes(Charset.forName("windows-1252"))));
        state = state.after(new Setting.CodeTable(1));
        assertEquals("ｱﾘｶﾞﾄｳ", text(HexFormat.of().parseHex("B1D8B6DEC4B3")));
    }

    @Test
    void everyPageHasItsCharacters() {
        for (int page = 0; page < 256; page++) {
            state = state.after(new Setting.CodeTable(page));
            assertEquals(128, text(high()).codePointCount(0, text(high()).length()), "page " + page);
        }
    }

    @Test
    void nationalSetsReplaceTwelveCodes() {
        state = state.after(new Setting.InternationalSet(2));
        assertEquals("#$§ÄÖÜ^`äöüßA", text("#$@[\\]^`{|}~A".getBytes(UTF_8)));
        state = state.after(new Setting.InternationalSet(15));
        assertEquals("¥1", text("$1".getBytes(UTF_8)));
    }

    @Test
    void twoByteModePairsHighBytesWhateverTheyLookLike() {
        state = state.after(new Setting.CodeTable(0)).after(new Setting.KanjiMode(true));
        assertEquals("哪哪", text(HexFormat.of().parseHex("C4C4C4C4")));
    }

    @Test
    void fourByteCharactersAreOneLetter() {
        state = state.after(new Setting.KanjiMode(true));
        List<Letter> letters = decoder.decode(state, Bytes.copy("㐂𠮷!".getBytes(GB18030)));
        assertEquals("㐂𠮷!", Letter.text(letters));
    }

    @Test
    void shiftJisIsChosenByItsCodeSystem() {
        state = state.after(new Setting.KanjiCodeSystem('1'));
        List<Letter> letters = decoder.decode(state, Bytes.copy("領収証ﾃｽﾄ1".getBytes(Charset.forName("windows-31j"))));
        assertEquals("領収証ﾃｽﾄ1", Letter.text(letters));
        assertEquals(10, letters.stream().mapToInt(Letter::columns).sum());
    }

    @Test
    void otherCountriesAreTheirPrintersMatter() {
        assertEquals("승인번호 1", poweredOn("generic-80mm-korea", "승인번호 1", "EUC-KR"));
        assertEquals("統一發票", poweredOn("generic-80mm-taiwan", "統一發票", "Big5"));
        assertEquals("欢迎光临", poweredOn("generic-80mm-china", "欢迎光临", "GB18030"));
    }

    @Test
    void aJapanesePrinterReadsJisUntilShiftJisIsChosen() {
        state = PrinterState.initial(PrinterProfile.named("generic-80mm-japan"))
                .after(new Setting.KanjiMode(true))
                .after(new Setting.KanjiCodeSystem(0));
        byte[] euc = "領収証".getBytes(Charset.forName("EUC-JP"));
        for (int i = 0; i < euc.length; i++) {
            euc[i] &= 0x7F;
        }
        List<Letter> letters = decoder.decode(state, Bytes.copy(euc));
        assertEquals("領収証", Letter.text(letters));
        assertEquals(List.of(0, 2, 4), letters.stream().map(Letter::offset).toList());
        state = state.after(new Setting.KanjiMode(false));
        assertEquals("NN<}>Z", text("NN<}>Z".getBytes(UTF_8)));
        state = state.after(new Setting.KanjiCodeSystem(1));
        assertEquals("領収証ﾃｽﾄ", text("領収証ﾃｽﾄ".getBytes(Charset.forName("windows-31j"))));
    }

    @Test
    void theCodeSystemOfAChineseCloneIsChosenByItsOwnNumbers() {
        state = PrinterState.initial(PrinterProfile.named("generic-80mm-taiwan"))
                .after(new Setting.KanjiCodeSystem(0));
        assertEquals("欢迎光临", text("欢迎光临".getBytes(GB18030)));
        state = state.after(new Setting.KanjiCodeSystem(1));
        assertEquals("統一發票", text("統一發票".getBytes(Charset.forName("Big5"))));
    }

    @Test
    void theNumberOfAPageIsItsVendorsMatter() {
        assertEquals("Касса", paged("mpt-ii", 6, "Касса", "windows-1251"));
        assertEquals("Касса", paged("citizen-ct-s310", 7, "Касса", "IBM866"));
        assertEquals("5 €", paged("hp-a779", 8, "5 €", "windows-1252"));
        assertEquals("Ταμείο", paged("pos-58", 90, "Ταμείο", "windows-1253"));
        assertEquals("Қазақ", paged("tm-t88v", 53, "Қазақ", "KZ-1048"));
        assertEquals("小計", paged("bematech", 11, "小計", "windows-31j"));
        assertEquals("Total 5 €", paged("bematech", 8, "Total 5 €", "UTF-8"));
    }

    @Test
    void aNumberThatAVendorLacksIsPage437() {
        assertEquals("Café", paged("hp-a779", 46, "Café", "IBM437"));
    }

    @Test
    void everyTableOfAProfileIsThere() {
        assertEquals(CodeTables.names(), Set.copyOf(PrinterProfile.codePageTables()));
    }

    private String poweredOn(String profile, String text, String charset) {
        state = PrinterState.initial(PrinterProfile.named(profile));
        return text(text.getBytes(Charset.forName(charset)));
    }

    private String paged(String profile, int n, String text, String charset) {
        state = PrinterState.initial(PrinterProfile.named(profile)).after(new Setting.CodeTable(n));
        byte[] bytes = charset.equals("KZ-1048") ? KAZAKH : text.getBytes(Charset.forName(charset));
        return text(bytes);
    }

    @Test
    void utf8HasTheWidthsOfEastAsianUsage() {
        state = state.after(new Setting.TextEncoding(50));
        List<Letter> letters = decoder.decode(state, Bytes.copy("é合€".getBytes(UTF_8)));
        assertEquals("é合€", Letter.text(letters));
        assertEquals(List.of(1, 2, 1), letters.stream().map(Letter::columns).toList());
    }

    @Test
    void aCharacterCutByTheEndOfARunComesWithTheNext() {
        state = state.after(new Setting.KanjiMode(true));
        byte[] bytes = "订单号㐂合计A".getBytes(GB18030);
        for (int cut = 0; cut <= bytes.length; cut++) {
            var letters = new ArrayList<>(decoder.decode(state, Bytes.copy(bytes, 0, cut)));
            letters.addAll(decoder.decode(state, Bytes.copy(bytes, cut, bytes.length)));
            assertEquals("订单号㐂合计A", Letter.text(letters), "cut at " + cut);
        }
    }

    @Test
    void aLeadByteThatNothingFollowsStandsAloneAtTheEnd() {
        state = state.after(new Setting.KanjiMode(true));
        assertTrue(decoder.decode(state, Bytes.copy(new byte[] {(byte) 0x82})).isEmpty());
        assertEquals(List.of(new Letter('é', -1, 1, false)), decoder.end());
        assertTrue(decoder.end().isEmpty());
    }

    private static byte[] high() {
        byte[] bytes = new byte[128];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (0x80 + i);
        }
        return bytes;
    }

    private String text(byte[] bytes) {
        return Letter.text(decoder.decode(state, Bytes.copy(bytes)));
    }
}
