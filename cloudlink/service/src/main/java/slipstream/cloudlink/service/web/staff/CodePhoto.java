package slipstream.cloudlink.service.web.staff;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

/// Reads the symbol in a photograph (JPEG or PNG): the voucher's QR code or barcode.
///
/// A picture can claim to be larger than any memory, so its size is read first, and of a large one only every so
/// many dots: a code that fills a tenth of a photograph is still read.
final class CodePhoto {
    private static final List<String> KINDS = List.of("JPEG", "png");
    private static final long MOST_DOTS = 100_000_000;
    private static final int DOTS_ACROSS = 1_600;
    private static final Map<DecodeHintType, Object> HINTS = Map.of(
            DecodeHintType.TRY_HARDER,
            true,
            DecodeHintType.POSSIBLE_FORMATS,
            List.of(BarcodeFormat.QR_CODE, BarcodeFormat.CODE_128));

    private CodePhoto() {}

    /// What the symbol says; nothing when there is none, or when the file is no such picture.
    static Optional<String> read(Path file) {
        try (var stream = new FileImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return KINDS.contains(reader.getFormatName()) ? decode(picture(reader)) : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // The readers answer damaged pictures with exceptions of many kinds.
            return Optional.empty();
        }
    }

    private static BufferedImage picture(ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_DOTS) {
            throw new IOException("the picture has " + width + " x " + height + " dots");
        }
        int step = (int) Math.max(1, Math.max(width, height) / DOTS_ACROSS);
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, parameters);
    }

    private static Optional<String> decode(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        var dots = picture.getRGB(0, 0, width, height, null, 0, width);
        var source = new RGBLuminanceSource(width, height, dots);
        return Stream.<Function<LuminanceSource, Binarizer>>of(HybridBinarizer::new, GlobalHistogramBinarizer::new)
                .flatMap(binarizer -> decode(binarizer.apply(source)).stream())
                .findFirst();
    }

    private static Optional<String> decode(Binarizer binarizer) {
        try {
            return Optional.of(new MultiFormatReader()
                    .decode(new BinaryBitmap(binarizer), HINTS)
                    .getText());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }
}
