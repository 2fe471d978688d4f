package slipstream.escpos.render.font;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import slipstream.escpos.profile.FontCell;

/// A font of dots in cells that are all alike.
///
/// Its file, gzip'd, numbers with the high byte first: cell width and height (a byte each), how many characters
/// (two bytes), their code points in rising order (two bytes each), their rows (each in whole bytes, the
/// highest bit left). Immutable.
public final class BitmapFont {
    private static final Map<FontCell, BitmapFont> FITTED = new ConcurrentHashMap<>();
    private static final Map<FontCell, BitmapFont> FITTED_KANJI = new ConcurrentHashMap<>();

    private final int width;
    private final int height;
    private final char[] codePoints;
    private final byte[] dots;
    private final BitmapFont source;

    private BitmapFont(String resource) {
        source = null;
        try (var in = new DataInputStream(new BufferedInputStream(
                new GZIPInputStream(BitmapFont.class.getResourceAsStream(resource + ".gz")), 1 << 16))) {
            width = in.readUnsignedByte();
            height = in.readUnsignedByte();
            codePoints = new char[in.readUnsignedShort()];
            for (int i = 0; i < codePoints.length; i++) {
                codePoints[i] = in.readChar();
            }
            dots = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private BitmapFont(BitmapFont source, FontCell cell) {
        this.source = source;
        width = cell.width();
        height = cell.height();
        codePoints = source.codePoints;
        dots = source.dots;
    }

    /// The font of that cell: A or B, or the one whose width is nearer fitted into it.
    public static BitmapFont of(FontCell cell) {
        if (fontA().fills(cell)) {
            return fontA();
        }
        return fontB().fills(cell) ? fontB() : FITTED.computeIfAbsent(cell, BitmapFont::fitted);
    }

    private static BitmapFont fitted(FontCell cell) {
        boolean nearerToB = 2 * cell.width() < fontA().width + fontB().width;
        return new BitmapFont(nearerToB ? fontB() : fontA(), cell);
    }

    private boolean fills(FontCell cell) {
        return width == cell.width() && height == cell.height();
    }

    /// Font A: 12 × 24 dots. Read when first asked for.
    public static BitmapFont fontA() {
        return A.FONT;
    }

    /// Font B: 9 × 17 dots. Read when first asked for.
    public static BitmapFont fontB() {
        return B.FONT;
    }

    /// The font of two-byte characters: 24 × 24 dots. Read when first asked for.
    public static BitmapFont kanji() {
        return Kanji.FONT;
    }

    /// The font of two-byte characters in another cell.
    public static BitmapFont kanji(FontCell cell) {
        return kanji().fills(cell)
                ? kanji()
                : FITTED_KANJI.computeIfAbsent(cell, wanted -> new BitmapFont(kanji(), wanted));
    }

    /// The width of a cell, in dots.
    public int width() {
        return width;
    }

    /// The height of a cell, in dots.
    public int height() {
        return height;
    }

    /// The rows of a character, the lowest bit of each the rightmost dot; null when the font has none.
    public int[] rows(int codePoint) {
        return source == null ? own(codePoint) : Fitting.fit(source, codePoint, width, height);
    }

    private int[] own(int codePoint) {
        int index = codePoint > Character.MAX_VALUE ? -1 : Arrays.binarySearch(codePoints, (char) codePoint);
        if (index < 0) {
            return null;
        }
        int stride = (width + 7) / 8;
        int at = index * stride * height;
        int[] rows = new int[height];
        for (int y = 0; y < height; y++) {
            int row = 0;
            for (int i = 0; i < stride; i++) {
                row = row << 8 | dots[at++] & 0xFF;
            }
            rows[y] = row >> stride * 8 - width;
        }
        return rows;
    }

    private static final class A {
        static final BitmapFont FONT = new BitmapFont("font-a");
    }

    private static final class B {
        static final BitmapFont FONT = new BitmapFont("font-b");
    }

    private static final class Kanji {
        static final BitmapFont FONT = new BitmapFont("kanji");
    }
}
