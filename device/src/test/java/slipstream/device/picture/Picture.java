package slipstream.device.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Draws receipts as the drivers of receipt printers do: text in ordinary fonts, then only black and white.
///
/// @param width dots a row, a multiple of 8
/// @param rows the rows, `width / 8` bytes each, the highest bit left
record Picture(int width, List<byte[]> rows) {
    /// How grey becomes black and white.
    enum Tone {
        THRESHOLD,
        THIN,
        BOLD,
        FLOYD_STEINBERG,
        ORDERED,
        HARD
    }

    private static final int EDGE = 4;
    private static final int[][] BAYER = {{0, 8, 2, 10}, {12, 4, 14, 6}, {3, 11, 1, 9}, {15, 7, 13, 5}};
    /// Others, where they are installed, are for long runs: what a seed draws must not hang on them elsewhere.
    private static final List<String> HAN = System.getProperty("slipstream.pictures") == null
            ? installed("WenQuanYi Micro Hei")
            : installed("WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "AR PL UMing CN", "Noto Sans CJK SC");
    private static final List<String> LATIN = installed(
            "WenQuanYi Micro Hei",
            "DejaVu Sans",
            "DejaVu Sans Mono",
            "Liberation Sans",
            "Liberation Mono",
            "Liberation Serif",
            "Noto Sans Mono",
            "DejaVu Sans Condensed");

    /// Whether the fonts are there.
    static boolean possible() {
        return !HAN.isEmpty();
    }

    private static List<String> installed(String... wanted) {
        List<String> there =
                Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
        return Arrays.stream(wanted).filter(there::contains).toList();
    }

    /// Draws `lines` on paper `width` dots wide, in the manner of receipt number `seed`.
    static Picture of(List<String> lines, int width, long seed) {
        return new Drawing(width, new Random(seed * 104729 + 5)).draw(lines);
    }

    /// The manner of receipt number `seed`, for messages.
    static String manner(int width, long seed) {
        return new Drawing(width, new Random(seed * 104729 + 5)).manner();
    }

    private static final class Drawing {
        private final int width;
        private final Font han;
        private final Font latin;
        private final Tone tone;
        private final int grey;
        private final int pitch;
        private final boolean centred;

        Drawing(int width, Random random) {
            this.width = width;
            int size = width > 400 ? 22 + random.nextInt(7) : 20 + random.nextInt(3);
            tone = Tone.values()[random.nextInt(Tone.values().length)];
            grey = tone == Tone.FLOYD_STEINBERG || tone == Tone.ORDERED ? random.nextInt(50) : 0;
            han = new Font(HAN.get(random.nextInt(HAN.size())), Font.PLAIN, size);
            String name = random.nextBoolean() ? han.getFamily() : LATIN.get(random.nextInt(LATIN.size()));
            latin = new Font(name, Font.PLAIN, size);
            pitch = size + 4 + random.nextInt(8);
            centred = random.nextBoolean();
        }

        String manner() {
            return width + " dots, " + han.getFamily() + " with " + latin.getFamily() + ", " + han.getSize() + " dots, "
                    + tone + ", grey " + grey;
        }

        Picture draw(List<String> texts) {
            var ruler = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY).createGraphics();
            List<String> lines = texts.stream()
                    .flatMap(text -> laidOut(ruler, text).stream())
                    .toList();
            ruler.dispose();
            var image = new BufferedImage(width, pitch * (lines.size() + 1), BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D graphics = image.createGraphics();
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, image.getHeight());
            graphics.setColor(new Color(grey, grey, grey));
            graphics.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING,
                    tone == Tone.HARD
                            ? RenderingHints.VALUE_TEXT_ANTIALIAS_OFF
                            : RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            for (int i = 0; i < lines.size(); i++) {
                line(graphics, lines.get(i), pitch * (i + 1), i == 0 || centred && i == lines.size() - 1);
            }
            graphics.dispose();
            return new Picture(width, rows(image));
        }

        /// What does not fit on a line goes to the next: first what stands right, then characters.
        private List<String> laidOut(Graphics2D ruler, String text) {
            if (text.startsWith("---")) {
                return List.of(rule(ruler));
            }
            String[] parts = text.split("\t");
            int room = width - 2 * EDGE;
            if (parts.length > 1 && length(ruler, parts[0]) + length(ruler, parts[1]) + han.getSize() <= room) {
                return List.of(text);
            }
            List<String> lines = new ArrayList<>();
            for (String part : parts) {
                String rest = part;
                while (!rest.isEmpty()) {
                    int end = rest.length();
                    while (length(ruler, rest.substring(0, end)) > room) {
                        end--;
                    }
                    lines.add(rest.substring(0, end));
                    rest = rest.substring(end);
                }
            }
            return lines;
        }

        private void line(Graphics2D graphics, String text, int y, boolean inTheMiddle) {
            String[] parts = text.split("\t");
            write(graphics, parts[0], inTheMiddle ? (width - length(graphics, parts[0])) / 2 : EDGE, y);
            if (parts.length > 1) {
                write(graphics, parts[1], width - EDGE - length(graphics, parts[1]), y);
            }
        }

        private String rule(Graphics2D graphics) {
            return "-".repeat(Math.max(1, (width - 2 * EDGE) / Math.max(1, length(graphics, "-"))));
        }

        private int length(Graphics2D graphics, String text) {
            int length = 0;
            for (String run : runs(text)) {
                length += graphics.getFontMetrics(font(run)).stringWidth(run);
            }
            return length;
        }

        private void write(Graphics2D graphics, String text, int x, int y) {
            int at = x;
            for (String run : runs(text)) {
                graphics.setFont(font(run));
                graphics.drawString(run, at, y);
                at += graphics.getFontMetrics().stringWidth(run);
            }
        }

        private Font font(String run) {
            return run.charAt(0) < 0x2000 ? latin : han;
        }

        private static List<String> runs(String text) {
            List<String> runs = new ArrayList<>();
            int from = 0;
            for (int i = 1; i <= text.length(); i++) {
                if (i == text.length() || text.charAt(i) < 0x2000 != text.charAt(from) < 0x2000) {
                    runs.add(text.substring(from, i));
                    from = i;
                }
            }
            return runs;
        }

        private List<byte[]> rows(BufferedImage image) {
            int height = image.getHeight();
            int[][] value = new int[height + 1][width + 2];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    value[y][x + 1] = image.getRaster().getSample(x, y, 0);
                }
            }
            List<byte[]> rows = new ArrayList<>();
            for (int y = 0; y < height; y++) {
                byte[] row = new byte[width / 8];
                for (int x = 0; x < width; x++) {
                    boolean black = value[y][x + 1] < threshold(x, y);
                    if (black) {
                        row[x / 8] |= (byte) (0x80 >> x % 8);
                    }
                    if (tone == Tone.FLOYD_STEINBERG) {
                        spread(value, x + 1, y, value[y][x + 1] - (black ? 0 : 255));
                    }
                }
                rows.add(row);
            }
            return rows;
        }

        private int threshold(int x, int y) {
            return switch (tone) {
                case THIN -> 80;
                case BOLD -> 200;
                case ORDERED -> BAYER[y % 4][x % 4] * 16 + 8;
                default -> 128;
            };
        }

        private static void spread(int[][] value, int x, int y, int error) {
            value[y][x + 1] += error * 7 / 16;
            value[y + 1][x - 1] += error * 3 / 16;
            value[y + 1][x] += error * 5 / 16;
            value[y + 1][x + 1] += error / 16;
        }
    }
}
