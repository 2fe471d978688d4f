package slipstream.device.claim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.receipt.Receipt;

/// Names for receipts that tell nothing of them: hashes under a key that the box draws when it starts and keeps to
/// itself. The same text has the same name.
final class ReceiptNames {
    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 16;

    private final SecretKeySpec key;

    ReceiptNames() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, HMAC);
    }

    /// Of what a receipt says.
    String of(Receipt receipt) {
        var text = new StringBuilder();
        for (Element element : receipt.elements()) {
            switch (element) {
                case Element.Line line -> line.runs().forEach(run -> text.append(run.text()));
                case Element.Symbol symbol -> text.append(symbol.payload());
                case Element.Picture picture -> text.append(picture.width()).append('x');
            }
            text.append('\n');
        }
        return of(text.toString());
    }

    /// Of any text.
    String of(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC + ".", e);
        }
    }

    /// Of a receipt whose text does not tell it from others.
    static String random() {
        return UUID.randomUUID().toString();
    }
}
