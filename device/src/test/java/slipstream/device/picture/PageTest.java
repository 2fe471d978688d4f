package slipstream.device.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void anotherReaderSeesTheSamePages() throws IOException {
        List<Page> pages = List.of(
                new Page(3, 2, new byte[] {0, (byte) 255, 17, 1, 2, 3}), new Page(1, 1, new byte[] {(byte) 200}));
        ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(Page.tiff(pages)))) {
            reader.setInput(in);
            assertEquals(pages.size(), reader.getNumImages(true));
            for (int i = 0; i < pages.size(); i++) {
                assertSame(pages.get(i), reader.read(i));
            }
        }
    }

    private static void assertSame(Page page, BufferedImage image) {
        assertEquals(page.width(), image.getWidth());
        assertEquals(page.height(), image.getHeight());
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                assertEquals(
                        page.grey()[y * page.width() + x] & 0xFF,
                        image.getRaster().getSample(x, y, 0));
            }
        }
    }
}
