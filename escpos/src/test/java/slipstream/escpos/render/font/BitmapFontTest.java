package slipstream.escpos.render.font;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import slipstream.escpos.profile.FontCell;

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

    private static Stream<BitmapFont> fitted() {
        return Stream.of(new FontCell(8, 16), new FontCell(9, 24), new FontCell(12, 20), new FontCell(32, 64))
                .map(BitmapFont::of);
    }

    @Test
    void charactersStayInTheirCells() {
        var own = Stream.of(BitmapFont.fontA(), BitmapFont.fontB(), BitmapFont.kanji());
        Stream.concat(own, fitted()).forEach(font -> {
            for (int codePoint = 0; codePoint <= 0xFFFF; codePoint++) {
                int[] rows = font.rows(codePoint);
                if (rows != null) {
                    assertEquals(font.height(), rows.length);
                    assertTrue(Arrays.stream(rows).allMatch(row -> (row & 0xFFFFFFFFL) >> font.width() == 0));
                }
            }
        });
    }

    @Test
    void everyCellHasEveryCharacterAndNoneIsBlank() {
        fitted().forEach(font -> {
            for (int codePoint = 0x21; codePoint <= 0xFF; codePoint++) {
                boolean ink = BitmapFont.fontA().rows(codePoint) != null
                        && Arrays.stream(BitmapFont.fontA().rows(codePoint)).anyMatch(row -> row != 0);
                boolean shows = ink && Arrays.stream(font.rows(codePoint)).anyMatch(row -> row != 0);
                assertEquals(ink, shows, font.width() + " dots wide, U+" + Integer.toHexString(codePoint));
            }
        });
    }

    @Test
    void linesMeetThoseOfTheNeighboursInEveryCell() {
        fitted().forEach(font -> {
            int both = 1 << font.width() - 1 | 1;
            assertTrue(Arrays.stream(font.rows('─')).anyMatch(row -> (row & both) == both));
            assertTrue((font.rows('│')[0] & font.rows('│')[font.height() - 1]) != 0);
            int full = (int) ((1L << font.width()) - 1);
            assertTrue(Arrays.stream(font.rows('█')).allMatch(row -> row == full));
        });
    }

    @Test
    void aCellOfASourcesSizeHasThatSourcesDots() {
        assertSame(BitmapFont.fontA(), BitmapFont.of(new FontCell(12, 24)));
        assertSame(BitmapFont.fontB(), BitmapFont.of(new FontCell(9, 17)));
        int[] small = BitmapFont.of(new FontCell(8, 16)).rows('R');
        int[] padded = BitmapFont.fontB().rows('R');
        for (int y = 0; y < 16; y++) {
            assertEquals(padded[y] >> 1, small[y]);
        }
    }

    @Test
    void whatAFontHasNotIsNull() {
        assertNull(BitmapFont.of(new FontCell(8, 16)).rows('微'));
        assertNull(BitmapFont.fontA().rows('微'));
        assertNull(BitmapFont.kanji().rows('A'));
        assertNull(BitmapFont.fontA().rows(0x1F600));
    }
}
