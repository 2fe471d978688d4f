package slipstream.cloudlink.service.web.login;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.service.mark.PayerKey;

/// That a wallet has vouched for the payer in this browser.
///
/// @param merchantId with whose application: ids are those of one application
/// @param payers the payer's keys, the present one first
/// @param until how long that is believed
record Session(String merchantId, List<PayerKey> payers, Instant until) {
    Session {
        payers = List.copyOf(payers);
    }

    /// As a line of words.
    String text() {
        var words = new ArrayList<>(List.of(merchantId, Long.toString(until.toEpochMilli())));
        payers.forEach(payer -> words.add(payer.version() + ":" + payer.hash()));
        return String.join(" ", words);
    }

    /// Nothing where it is not what [#text] makes.
    static Optional<Session> read(String text) {
        var words = text.split(" ");
        try {
            var payers = new ArrayList<PayerKey>();
            for (int i = 2; i < words.length; i++) {
                var parts = words[i].split(":", 2);
                payers.add(new PayerKey(Integer.parseInt(parts[0]), parts[1]));
            }
            return Optional.of(new Session(words[0], payers, Instant.ofEpochMilli(Long.parseLong(words[1]))));
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
