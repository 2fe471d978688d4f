package slipstream.acceptance;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/// A customer's phone: it reads the code on the paper and opens what it says, with cookies of its own.
final class Phone {
    private static final Pattern ITEM = Pattern.compile("name=\"item\" value=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /// A page that the phone shows.
    ///
    /// @param at where it was found
    /// @param status the HTTP status
    /// @param html the page
    record Page(URI at, int status, String html) {
        /// What the page says, without its mark-up.
        String text() {
            String words = html.replaceAll("(?s)<(style|title|svg|nav|a)\\b.*?</\\1>", "")
                    .replaceAll("<[^>]+>", "\n")
                    .strip();
            return words.replaceAll("\\s*\n\\s*", " · ");
        }
    }

    /// What the code on the picture of a receipt says, if there is one.
    static Optional<String> scan(Path receipt) throws IOException {
        BufferedImage paper = ImageIO.read(receipt.toFile());
        int width = paper.getWidth();
        int height = paper.getHeight();
        int[] pixels = paper.getRGB(0, 0, width, height, null, 0, width);
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        try {
            var result = new QRCodeReader().decode(picture, Map.of(DecodeHintType.TRY_HARDER, true));
            return Optional.of(result.getText());
        } catch (NotFoundException e) {
            return Optional.empty();
        } catch (ReaderException e) {
            throw new IllegalStateException("A code was printed that cannot be read.", e);
        }
    }

    /// Opens a link.
    Page open(String url) throws IOException, InterruptedException {
        return send(request(url).GET().build());
    }

    /// Opens a link and taps the button on its page.
    Page claim(String url) throws IOException, InterruptedException {
        Matcher item = ITEM.matcher(open(url).html());
        return post(url, item.find() ? "item=" + URLEncoder.encode(item.group(1), StandardCharsets.UTF_8) : "");
    }

    /// Taps a button that leads to `url`.
    Page press(String url) throws IOException, InterruptedException {
        return post(url, "");
    }

    private Page post(String url, String form) throws IOException, InterruptedException {
        return send(request(url)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).header("Accept-Language", "en");
    }

    private Page send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = browser.send(request, HttpResponse.BodyHandlers.ofString());
        return new Page(response.uri(), response.statusCode(), response.body());
    }
}
