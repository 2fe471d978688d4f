"""Writes font-a, font-b and kanji: a header, sorted code points, bitmaps; gzip'd. See README.md."""

import gzip
import struct
import sys
from pathlib import Path

import freetype

TERMINUS = Path("/usr/share/fonts/X11/misc")
UNIFONT = Path("/usr/share/unifont/unifont.hex")
MICRO_HEI = Path("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc")


def pcf(path):
    """Code point -> rows of 0/1 of a PCF font whose cells are all alike."""
    face = freetype.Face(str(path))
    face.select_charmap(freetype.FT_ENCODING_UNICODE)
    face.select_size(0)
    width, height = face.available_sizes[0].width, face.available_sizes[0].height
    ascent = face.size.ascender >> 6
    glyphs = {}
    for code, index in face.get_chars():
        face.load_glyph(index, freetype.FT_LOAD_RENDER | freetype.FT_LOAD_TARGET_MONO)
        glyphs[code] = cell(face.glyph, width, height, 0, ascent)
    return glyphs


def cell(glyph, width, height, left, baseline):
    """The glyph's dots in a cell; what juts out is cut off."""
    rows = [[0] * width for _ in range(height)]
    bitmap = glyph.bitmap
    for y in range(bitmap.rows):
        for x in range(bitmap.width):
            if bitmap.buffer[y * bitmap.pitch + x // 8] >> (7 - x % 8) & 1:
                cx, cy = left + glyph.bitmap_left + x, baseline - glyph.bitmap_top + y
                if 0 <= cx < width and 0 <= cy < height:
                    rows[cy][cx] = 1
    return rows


def unifont(path):
    """Code point -> 16 rows of 8 dots. Left out: what is square by nature, and planes above 0."""
    glyphs = {}
    for line in path.read_text().splitlines():
        code, dots = line.split(":")
        code = int(code, 16)
        square = 0x2E80 <= code < 0xA4D0 or 0xA960 <= code < 0xFB00 or 0xFE30 <= code < 0xFE70
        if code < 0x20 or 0x7F <= code < 0xA0 or code > 0xFFFF or square or 0xFF01 <= code <= 0xFF60:
            continue
        digits = len(dots) // 16
        rows = [[int(dots[y * digits + x // 4], 16) >> (3 - x % 4) & 1 for x in range(digits * 4)] for y in range(16)]
        glyphs[code] = rows if digits == 2 else [[row[x] | row[x + 1] for x in range(0, 16, 2)] for row in rows]
    return glyphs


def enlarge(rows):
    """Half as large again: three times with rounded corners (Scale3x), then two of each four dots count."""
    height, width = len(rows), len(rows[0])

    def at(x, y):
        return rows[min(max(y, 0), height - 1)][min(max(x, 0), width - 1)]

    big = [[0] * (3 * width) for _ in range(3 * height)]
    for y in range(height):
        for x in range(width):
            a, b, c, d, e, f, g, h, i = (at(x + dx, y + dy) for dy in (-1, 0, 1) for dx in (-1, 0, 1))
            block = [e] * 9
            if b != h and d != f:
                block = [
                    d if d == b else e,
                    b if (d == b and e != c) or (b == f and e != a) else e,
                    f if b == f else e,
                    d if (d == b and e != g) or (d == h and e != a) else e,
                    e,
                    f if (b == f and e != i) or (h == f and e != c) else e,
                    d if d == h else e,
                    h if (d == h and e != i) or (h == f and e != g) else e,
                    f if h == f else e,
                ]
            for n, dot in enumerate(block):
                big[3 * y + n // 3][3 * x + n % 3] = dot
    return [
        [
            int(big[y][x] + big[y][x + 1] + big[y + 1][x] + big[y + 1][x + 1] >= 2)
            for x in range(0, 3 * width, 2)
        ]
        for y in range(0, 3 * height, 2)
    ]


def padded(code, rows):
    """8 x 16 in a cell of 9 x 17. Lines and blocks go on to the cell's edge, as its neighbours' do."""
    drawn = 0x2500 <= code <= 0x259F
    wider = [row + [row[-1] if drawn else 0] for row in rows]
    return wider + [list(wider[-1]) if drawn else [0] * 9]


def widened(rows):
    """12 x 24 in a cell of 24 x 24, by drawing the edges' dots out: line drawing keeps its thickness."""
    return [[row[0]] * 6 + row + [row[-1]] * 6 for row in rows]


def kanji(path, narrow):
    """Every character of the two-byte code systems, 24 x 24."""
    face = freetype.Face(str(path), 0)
    face.set_pixel_sizes(0, 23)
    flags = freetype.FT_LOAD_RENDER | freetype.FT_LOAD_TARGET_MONO | freetype.FT_LOAD_FORCE_AUTOHINT
    glyphs = {}
    for code in two_byte_characters():
        if 0x2500 <= code <= 0x259F and code in narrow:
            glyphs[code] = widened(narrow[code])
        elif face.get_char_index(code):
            face.load_char(chr(code), flags)
            advance = face.glyph.advance.x >> 6
            square = code >= 0x2E80 or advance >= 22
            glyphs[code] = cell(face.glyph, 24, 24, 0 if square else (24 - advance) // 2, 21)
        elif code in narrow:
            glyphs[code] = [[0] * 6 + row + [0] * 6 for row in narrow[code]]
    return glyphs


def two_byte_characters():
    codes = set(range(0x3041, 0x3100))
    for charset in ("gbk", "cp932", "big5", "cp949"):
        for lead in range(0x81, 0xFF):
            for trail in range(0x40, 0xFF):
                try:
                    text = bytes([lead, trail]).decode(charset)
                except UnicodeDecodeError:
                    continue
                if len(text) == 1:
                    codes.add(ord(text))
    return {code for code in codes if code >= 0xA0 and not 0xE000 <= code < 0xF900}


def write(path, width, height, glyphs):
    data = bytearray(struct.pack(">BBH", width, height, len(glyphs)))
    for code in sorted(glyphs):
        data += struct.pack(">H", code)
    for code in sorted(glyphs):
        for row in glyphs[code]:
            dots = "".join(map(str, row)).ljust((width + 7) // 8 * 8, "0")
            data += int(dots, 2).to_bytes(len(dots) // 8, "big")
    path.write_bytes(gzip.compress(bytes(data), 9, mtime=0))
    print(f"{path.name}: {len(glyphs)} characters of {width} x {height}, {path.stat().st_size} bytes")


def main(out):
    out.mkdir(parents=True, exist_ok=True)
    fallback = unifont(UNIFONT)
    large = {code: enlarge(rows) for code, rows in fallback.items()}
    large.update(pcf(TERMINUS / "ter-u24n_unicode.pcf.gz"))
    small = dict(fallback)
    small.update(pcf(TERMINUS / "ter-u16n_unicode.pcf.gz"))
    write(out / "font-a.gz", 12, 24, {code: rows for code, rows in large.items() if code <= 0xFFFF})
    write(
        out / "font-b.gz", 9, 17, {code: padded(code, rows) for code, rows in small.items() if code <= 0xFFFF})
    write(out / "kanji.gz", 24, 24, kanji(MICRO_HEI, large))


main(Path(sys.argv[1]))
