package slipstream.cloudlink.service.gateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.gateway.Credentials;
import slipstream.cloudlink.service.gateway.Notice;
import slipstream.cloudlink.service.gateway.Notices;
import slipstream.cloudlink.service.gateway.PaymentGateway;
import slipstream.cloudlink.service.gateway.PaymentGateway.Answer;
import slipstream.cloudlink.service.merchant.Merchant;

/// Opens refund notices of API v2, which tills that pay by that version still cause.
///
/// They are not signed, only encrypted, and in a mode that hides little; so nothing in them is believed but
/// the order's number, and the order itself is asked for through API v3.
public final class WeChatV2Notices implements Notices {
    private static final String OK = "<xml><return_code><![CDATA[SUCCESS]]></return_code></xml>";

    private final Credentials<WeChatCredentials> credentials;
    private final PaymentGateway gateway;

    /// @param gateway asks WeChat Pay through API v3
    public WeChatV2Notices(Credentials<WeChatCredentials> credentials, PaymentGateway gateway) {
        this.credentials = credentials;
        this.gateway = gateway;
    }

    @Override
    public Opened open(Merchant merchant, Notice notice) {
        try {
            var key = credentials.of(merchant).v2Key();
            if (key.isEmpty()) {
                return new Opened.Refused(400, "NO_V2_KEY", "there is no 'v2-key' among the merchant's credentials");
            }
            var info = fields(notice.body()).get("req_info");
            if (info == null) {
                return malformed("the notice has no req_info");
            }
            var refund = fields(decrypt(key.get(), info));
            var order = refund.get("transaction_id");
            if (order == null || !order.matches("[0-9]{28}")) {
                return malformed("the refund names no transaction_id of 28 digits");
            }
            return asked(merchant, order, refund.getOrDefault("refund_id", order));
        } catch (GeneralSecurityException e) {
            return malformed("the notice cannot be decrypted with this merchant's API v2 key");
        } catch (SAXException | ParserConfigurationException e) {
            return malformed("the notice is not the XML it should be");
        } catch (IOException e) {
            return new Opened.Refused(500, "SYSTEM_ERROR", e.getMessage());
        }
    }

    private Opened asked(Merchant merchant, String transactionId, String refundId) {
        var order = new PaymentReference("wechat", "transaction_id", transactionId);
        return switch (gateway.find(merchant, order)) {
            case Answer.Found found -> new Opened.Told("v2-" + refundId, found.payment());
            case Answer.NotFound none -> malformed("the refund is of an order that is not this merchant's");
            case Answer.Unsupported none -> malformed("the refund is of an order that cannot be asked for");
            case Answer.Unavailable unavailable -> new Opened.Refused(503, "SYSTEM_ERROR", unavailable.why());
        };
    }

    /// AES-256 in ECB mode; the key is the MD5 of the API key, written in small hexadecimal letters.
    private static byte[] decrypt(String apiKey, String ciphertext) throws GeneralSecurityException {
        var hash = MessageDigest.getInstance("MD5").digest(apiKey.getBytes(UTF_8));
        return decryptEcb(HexFormat.of().formatHex(hash).getBytes(UTF_8), ciphertext);
    }

    /// @param ciphertext in base64
    static byte[] decryptEcb(byte[] key, String ciphertext) throws GeneralSecurityException {
        try {
            var cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"));
            return cipher.doFinal(Base64.getMimeDecoder().decode(ciphertext));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("the ciphertext is not base64", e);
        }
    }

    /// The elements below the root, by name. Document types, and so entities of any kind, are refused.
    private static Map<String, String> fields(byte[] xml)
            throws SAXException, IOException, ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setExpandEntityReferences(false);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        var children = builder.parse(new ByteArrayInputStream(xml))
                .getDocumentElement()
                .getChildNodes();
        var fields = new HashMap<String, String>();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element element) {
                fields.put(element.getTagName(), element.getTextContent().strip());
            }
        }
        return fields;
    }

    private static Opened malformed(String sentence) {
        return new Opened.Refused(400, "PARAM_ERROR", sentence);
    }

    @Override
    public Reply accepted() {
        return new Reply(200, "text/xml", OK);
    }

    @Override
    public Reply refused(Opened.Refused why) {
        return new Reply(why.status(), "text/xml", OK.replace("SUCCESS", "FAIL"));
    }
}
