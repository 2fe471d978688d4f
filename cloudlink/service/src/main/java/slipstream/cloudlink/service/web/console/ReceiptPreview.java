package slipstream.cloudlink.service.web.console;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import slipstream.cloudlink.service.campaign.Campaign;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.web.claim.Captions;
import slipstream.cloudlink.service.web.page.Wordbook;
import slipstream.escpos.inject.Claims;
import slipstream.escpos.inject.Hold;
import slipstream.escpos.inject.Injector;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.render.Png;
import slipstream.escpos.render.ReceiptRenderer;

/// What a receipt under a campaign would look like: a sample receipt with the block that a box would put on it,
/// drawn dot for dot as a 58 mm printer would, the narrowest.
final class ReceiptPreview {
    private static final ClaimToken TOKEN = new ClaimToken("SAMPLESAMPLE0000");
    private static final String URL = "HTTPS://C.EXAMPLE/C/" + TOKEN.value();
    private static final PrinterProfile PRINTER = PrinterProfile.GENERIC_58MM;
    private static final Wordbook WORDS = new Wordbook(ReceiptPreview.class);

    private ReceiptPreview() {}

    /// PNG in base 64.
    ///
    /// @param items what the link would offer; where it is nothing, the receipt stays as it is
    static String png(Campaign campaign, Merchant merchant, List<VirtualItem> items) {
        try {
            var receipt = receipt(merchant);
            if (!items.isEmpty()) {
                var offered = items.subList(0, Math.min(items.size(), VirtualItem.MOST_OFFERED));
                var link = new ClaimLink(
                        TOKEN,
                        merchant.id(),
                        campaign.id(),
                        new PayerKey(1, "-"),
                        offered,
                        campaign.blockLines(),
                        Instant.EPOCH);
                receipt = withBlock(receipt, Captions.of(merchant, link));
            }
            var picture = new ByteArrayOutputStream();
            Png.write(
                    ReceiptRenderer.render(new ByteArrayInputStream(receipt), PRINTER)
                            .getFirst(),
                    picture);
            return Base64.getEncoder().encodeToString(picture.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
    }

    /// ESC/POS: large and centred the name, then lines, a feed and a cut; Chinese as printers take it, GB18030.
    private static byte[] receipt(Merchant merchant) throws IOException {
        var words = WORDS.in(merchant.language());
        var out = new ByteArrayOutputStream();
        var text = Charset.forName("GB18030");
        out.writeBytes(new byte[] {0x1B, '@', 0x1B, 'a', 1, 0x1D, '!', 0x11});
        out.write((merchant.name().in(merchant.language()) + "\n").getBytes(text));
        out.writeBytes(new byte[] {0x1D, '!', 0, 0x1B, 'a', 0});
        out.write((words.get("sampleReceipt") + "\n").getBytes(text));
        out.writeBytes(new byte[] {0x1B, 'd', 5, 0x1D, 'V', 0});
        return out.toByteArray();
    }

    private static byte[] withBlock(byte[] receipt, List<String> captions) {
        var out = new ByteArrayOutputStream();
        var injector = new Injector(
                PRINTER,
                Injector.RealTime.IN_ORDER,
                (bytes, from, to) -> out.write(bytes, from, to - from),
                new EveryReceipt(captions));
        injector.feed(receipt, 0, receipt.length);
        injector.close();
        injector.release(Long.MAX_VALUE);
        return out.toByteArray();
    }

    private record EveryReceipt(List<String> captions) implements Claims {
        @Override
        public void ended(Receipt receipt, Hold hold) {
            hold.print(URL, captions);
        }
    }
}
