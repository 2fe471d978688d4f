package slipstream.escpos.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;

class PngTest {
    @Test
    void anotherReaderSeesTheSameDots() throws IOException {
        Bitmap receipt = Printing.receipt("Total 12.80\n", 0x1D, "B", 1, "inverse\n");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png(receipt)));
        assertEquals(receipt.width(), image.getWidth());
        assertEquals(receipt.height(), image.getHeight());
        for (int y = 0; y < receipt.height(); y++) {
            for (int x = 0; x < receipt.width(); x++) {
                assertEquals(receipt.black(x, y) ? 0xFF000000 : 0xFFFFFFFF, image.getRGB(x, y));
            }
        }
    }

    @Test
    void itSaysItsResolution() throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(png(Printing.receipt("x\n")))));
        Node metadata = reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
        String dotsAMetre = null;
        for (Node node = metadata.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals("pHYs")) {
                dotsAMetre =
                        node.getAttributes().getNamedItem("pixelsPerUnitXAxis").getNodeValue();
            }
        }
        assertEquals("7992", dotsAMetre);
    }

    @Test
    void anEmptyBitmapIsOneWhiteRow() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png(Bitmap.paper(9, 10, 203))));
        assertEquals(9, image.getWidth());
        assertEquals(1, image.getHeight());
        assertEquals(0xFFFFFFFF, image.getRGB(8, 0));
    }

    private static byte[] png(Bitmap bitmap) throws IOException {
        var out = new ByteArrayOutputStream();
        Png.write(bitmap, out);
        return out.toByteArray();
    }
}
