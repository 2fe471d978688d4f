package slipstream.cloudlink.service.gateway.alipay;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import slipstream.cloudlink.service.gateway.Shown;

/// Finds out whether an answer comes from Alipay, and what it says.
final class AlipayAnswer {
    private AlipayAnswer() {}

    /// The JSON that answers `method`, decrypted where it came encrypted.
    ///
    /// @throws IOException in one sentence, when it cannot be believed or read
    static byte[] open(AlipayCredentials held, String method, byte[] body) throws IOException {
        var answer = RawAnswer.of(body).orElseThrow(() -> new IOException("the answer is not the JSON it should be"));
        for (var name : List.of(method.replace('.', '_') + "_response", "error_response")) {
            var node = answer.raw(name);
            if (node.isPresent()) {
                verify(held, answer, node.get());
                return RawAnswer.isText(node.get())
                        ? decrypt(held, answer.text(name).orElseThrow())
                        : node.get();
            }
        }
        throw new IOException("the answer does not answer " + method);
    }

    /// For an encrypted answer the quotes are signed, too.
    private static void verify(AlipayCredentials held, RawAnswer answer, byte[] node) throws IOException {
        var signature = answer.text("sign")
                .orElseThrow(() -> new IOException("the answer cannot be believed: it is not signed"));
        var number = answer.text("alipay_cert_sn");
        var key = held.alipayKey(number)
                .orElseThrow(() -> new IOException("the answer cannot be believed: it is signed with the unknown"
                        + " certificate " + Shown.of(number.orElse(""))));
        if (!SignContent.matches(key, node, signature)) {
            throw new IOException("the answer cannot be believed: the signature does not match");
        }
    }

    private static byte[] decrypt(AlipayCredentials held, String text) throws IOException {
        var encryption = held.encryption()
                .orElseThrow(() -> new IOException("the answer is encrypted, and there is no 'content-key'"));
        try {
            return encryption.cipher.decrypt(encryption.key, text);
        } catch (GeneralSecurityException e) {
            throw new IOException("the answer cannot be decrypted with the 'content-key'", e);
        }
    }
}
