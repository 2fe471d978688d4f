package slipstream.escpos.render.font;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BitmapFontTest {
    @Test
    void fontsAAndBHaveEveryCharacterOfThePages() {
        byte[] high = new byte[128];
        for (int i = 0; i < high.length; i++) {
            high[i] = (byte) (0x80 + i);
        }
        for (String page : new String[] {"IBM437", "IBM850", "IBM852", "IBM866", "windows-1252", "TIS-620"}) {
            new String(high, Charset.forName(page))
                    .codePoints()
                    .filter(codePoint -> codePoint >= 0xA0 && codePoint != 0xFFFD)
                    .forEach(codePoint -> {
                        String name = page + " U+" + Integer.toHexString(codePoint);
                        assertNotNull(BitmapFont.fontA().rows(codePoint), name);
                        assertNotNull(BitmapFont.fontB().rows(codePoint), name);
                    });
        }
    }

    @Test
    void theSquareFontHasEveryCharacterOfGb2312() {
        Charset gb2312 = Charset.forName("GB2312");
        for (int lead = 0xA1; lead <= 0xF7; lead++) {
            for (int trail = 0xA1; trail <= 0xFE; trail++) {
                String character = new String(new byte[] {(byte) lead, (byte) trail}, gb2312);
                if (character.length() == 1 && character.charAt(0) != 0xFFFD) {
                    assertNotNull(BitmapFont.kanji().rows(character.charAt(0)), character);
                }
            }
        }
    }

    @Test
    void kanaAndHangulAreThere() {
        "ひらがなカタカナ領収証感사합니다"
                .codePoints()
                .forEach(codePoint -> assertNotNull(BitmapFont.kanji().rows(codePoint)));
    }

    @Test
    void characterStayInTheirCells() {
        Stream.of(BitmapFont.fontA(), BitmapFont.fontB(), BitmapFont.kanji()).forEach(font -> {
            for (int codePoint = 0; codePoint <= 0xFFFF; codePoint++) {
                int[] rows = font.rows(codePoint);
                if (rows != null) {
                    assertEquals(font.height(), rows.length);
                    assertTrue(Arrays.stream(rows).allMatch(row -> row >> font.width() == 0));
                }
            }
        });
    }

    @Test
    void whatAFontHasNotIsNull() {
        assertNull(BitmapFont.fontA().rows('微'));
        assertNull(BitmapFont.kanji().rows('A'));
        assertNull(BitmapFont.fontA().rows(0x1F600));
    }
}
