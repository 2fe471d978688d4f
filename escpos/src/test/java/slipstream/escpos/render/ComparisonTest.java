package slipstream.escpos.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.testing.Corpus;

/// Our pictures beside those that the corpus expects: escpost's, measured on an NT-5890K.
///
/// `comparison.tsv` tells of each picture both sizes, how many rows are equal dot for dot, and why the others
/// differ. The test keeps it true.
class ComparisonTest {
    /// What the table says of one picture.
    private record Compared(String picture, String ours, String theirs, int equalRows, int rows) {
        static Compared of(String picture, Bitmap ours, BufferedImage theirs) {
            int rows = Math.max(ours.height(), theirs.getHeight());
            int equal = 0;
            for (int y = 0; y < Math.min(ours.height(), theirs.getHeight()); y++) {
                equal += equal(ours, theirs, y) ? 1 : 0;
            }
            String theirSize = theirs.getWidth() + "x" + theirs.getHeight();
            return new Compared(picture, ours.width() + "x" + ours.height(), theirSize, equal, rows);
        }

        private static boolean equal(Bitmap ours, BufferedImage theirs, int y) {
            for (int x = 0; x < Math.max(ours.width(), theirs.getWidth()); x++) {
                boolean black = x < theirs.getWidth() && (theirs.getRGB(x, y) & 0xFF) < 128;
                if (black != ours.black(x, y)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String toString() {
            return String.join("\t", picture, ours, theirs, equalRows + "/" + rows);
        }
    }

    @Test
    void theTableOfDifferencesIsTrueAndGivesAReasonForEach() throws IOException {
        List<Corpus.Job> pictures = Corpus.pictures();
        List<String> found = new ArrayList<>();
        for (Corpus.Job picture : pictures) {
            found.add(compared(picture).toString());
        }
        List<String[]> table = table();
        assertEquals(
                String.join("\n", found),
                String.join(
                        "\n",
                        table.stream()
                                .map(row -> String.join("\t", row[0], row[1], row[2], row[3]))
                                .toList()));
        for (String[] row : table) {
            boolean same = row[1].equals(row[2]) && row[3].split("/")[0].equals(row[3].split("/")[1]);
            assertTrue(same || row.length > 4 && row[4].length() > 10, () -> row[0] + " differs without a reason");
        }
    }

    private static Compared compared(Corpus.Job picture) throws IOException {
        BufferedImage theirs = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
        String[] name = picture.name().split("__expected-");
        int number = Integer.parseInt(name[1].substring(0, 3));
        var profile = theirs.getWidth() == 384 ? PrinterProfile.GENERIC_58MM : PrinterProfile.GENERIC_80MM;
        byte[] stream = Corpus.jobs().stream()
                .filter(job ->
                        job.name().equals(name[0] + "__input.bin") || job.name().equals(name[0] + "-job.bin"))
                .findFirst()
                .orElseThrow()
                .bytes();
        List<Bitmap> receipts = ReceiptRenderer.render(new ByteArrayInputStream(stream), profile);
        Bitmap ours = number <= receipts.size() ? receipts.get(number - 1) : Bitmap.paper(384, 1, 203);
        return Compared.of(picture.name().substring(picture.name().indexOf('/') + 1), ours, theirs);
    }

    private static List<String[]> table() throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(
                ComparisonTest.class.getResourceAsStream("comparison.tsv"), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .toList();
        }
    }
}
