package slipstream.escpos.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.render.Bitmap;
import slipstream.escpos.render.ReceiptRenderer;
import slipstream.escpos.render.TextRenderer;

class RendererFuzzTest {
    private static final int ROW_LIMIT = 60_000;
    private static final int CHARACTER_LIMIT = 5 << 20;

    @FuzzTest(maxDuration = "10m")
    void anyBytesDrawBoundedReceiptsAndAsManyAsTheyWrite(byte[] stream) throws IOException {
        for (PrinterProfile profile : List.of(PrinterProfile.GENERIC_80MM, PrinterProfile.GENERIC_58MM)) {
            int[] drawn = new int[1];
            ReceiptRenderer.render(new ByteArrayInputStream(stream), profile, paper -> {
                assertBounded(paper, profile);
                drawn[0]++;
            });
            List<String> texts = new ArrayList<>();
            TextRenderer.render(new ByteArrayInputStream(stream), profile, texts::add);
            assertEquals(drawn[0], texts.size());
            texts.forEach(text -> assertTrue(text.length() <= CHARACTER_LIMIT, "characters: " + text.length()));
        }
    }

    private static void assertBounded(Bitmap paper, PrinterProfile profile) {
        assertEquals(profile.dotsPerLine(), paper.width());
        assertTrue(paper.height() > 0 && paper.height() <= ROW_LIMIT, "rows: " + paper.height());
    }
}
