package slipstream.cloudlink.service.web.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.service.gateway.Payment.PayerId;
import slipstream.cloudlink.service.mark.PayerKey;

/// That a wallet has vouched for the payer in this browser.
///
/// @param merchantId with whose application: ids are those of one application
/// @param payers the payer's keys, the present one first
/// @param names by which the platform may call the payer; they are nowhere but here, sealed on the payer's phone
/// @param until how long that is believed
record Session(String merchantId, List<PayerKey> payers, List<PayerId> names, Instant until) {
    private static final String NAME = "@";

    Session {
        payers = List.copyOf(payers);
        names = List.copyOf(names);
    }

    /// As a line of words.
    String text() {
        var words = new ArrayList<>(List.of(merchantId, Long.toString(until.toEpochMilli())));
        payers.forEach(payer -> words.add(payer.version() + ":" + payer.hash()));
        names.forEach(name -> words.add(NAME + encoded(name.appid()) + ":" + encoded(name.openid())));
        return String.join(" ", words);
    }

    /// Nothing where it is not what [#text] makes.
    static Optional<Session> read(String text) {
        var words = text.split(" ");
        try {
            var payers = new ArrayList<PayerKey>();
            var names = new ArrayList<PayerId>();
            for (int i = 2; i < words.length; i++) {
                var parts = words[i].split(":", 2);
                if (parts[0].startsWith(NAME)) {
                    names.add(new PayerId(decoded(parts[0].substring(NAME.length())), decoded(parts[1])));
                } else {
                    payers.add(new PayerKey(Integer.parseInt(parts[0]), parts[1]));
                }
            }
            return Optional.of(new Session(words[0], payers, names, Instant.ofEpochMilli(Long.parseLong(words[1]))));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, UTF_8);
    }

    private static String decoded(String word) {
        return URLDecoder.decode(word, UTF_8);
    }

    /// Names nobody.
    @Override
    public String toString() {
        return "Session at " + merchantId + " until " + until;
    }
}
