package slipstream.cloudlink.service.gateway;

import io.avaje.json.JsonException;
import io.avaje.jsonb.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import slipstream.cloudlink.protocol.JsonMessage;
import slipstream.cloudlink.service.ledger.Ledger;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.secret.Vault;

/// The merchants' credentials, sealed at rest. Safe for any number of threads and processes.
public final class CredentialSafe {
    private static final String PURPOSE = "credentials";

    private final Ledger<? extends CredentialStore> ledger;
    private final Vault vault;

    public CredentialSafe(Ledger<? extends CredentialStore> ledger, Vault vault) {
        this.ledger = ledger;
        this.vault = vault;
    }

    /// Seals a sheet for this merchant and platform, in place of the former one.
    ///
    /// @param store of the transaction that it is a part of
    public void put(CredentialStore store, String merchantId, Platform platform, CredentialSheet sheet) {
        var text = vault.seal(Form.SHEET.write(new Texts(sheet.values())), PURPOSE, merchantId, platform.word());
        store.put(new CredentialStore.Sealed(merchantId, platform, text));
    }

    /// Puts every sheet under the present master key, and says how many there are.
    ///
    /// @throws IOException in one sentence, when one of them does not open
    public int renew() throws IOException {
        try {
            return ledger.write(store -> {
                var all = store.all();
                all.forEach(closed -> store.put(renewed(closed)));
                return all.size();
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private CredentialStore.Sealed renewed(CredentialStore.Sealed closed) {
        var platform = closed.platform();
        try {
            var text = vault.renew(closed.text(), PURPOSE, closed.merchantId(), platform.word());
            return new CredentialStore.Sealed(closed.merchantId(), platform, text);
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException(what(closed.merchantId(), platform) + e.getMessage(), e));
        }
    }

    private static String what(String merchantId, Platform platform) {
        return "the " + platform.word() + " credentials of merchant " + merchantId + ": ";
    }

    /// At which platforms a merchant has entrusted us with something.
    public List<Platform> platforms(String merchantId) {
        return ledger.read(store -> Arrays.stream(Platform.values())
                .filter(platform -> store.find(merchantId, platform).isPresent())
                .toList());
    }

    /// The credentials at one platform, opened and read again whenever another sheet was put.
    ///
    /// @param reading makes credentials of a sheet; throws [IllegalArgumentException] in one sentence
    public <C> Credentials<C> at(Platform platform, Function<CredentialSheet, C> reading) {
        var held = new ConcurrentHashMap<String, Held<C>>();
        return merchant -> {
            var closed = ledger.read(store -> store.find(merchant.id(), platform))
                    .orElseThrow(() -> new NoCredentials(merchant.id(), platform));
            var former = held.get(merchant.id());
            if (former != null && former.closed.equals(closed.text())) {
                return former.credentials;
            }
            var credentials = open(merchant, platform, closed.text(), reading);
            held.put(merchant.id(), new Held<>(closed.text(), credentials));
            return credentials;
        };
    }

    private <C> C open(Merchant merchant, Platform platform, String closed, Function<CredentialSheet, C> reading)
            throws IOException {
        var what = what(merchant.id(), platform);
        try {
            var text = vault.open(closed, PURPOSE, merchant.id(), platform.word());
            return reading.apply(new CredentialSheet(Form.SHEET.read(text).texts()));
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(what + e.getMessage(), e);
        } catch (JsonException e) {
            throw new IOException(what + "not a sheet of texts", e);
        }
    }

    private record Held<C>(String closed, C credentials) {}

    /// A sheet in the form that is sealed.
    @Json
    record Texts(Map<String, String> texts) {}

    private static final class Form {
        static final JsonMessage<Texts> SHEET = JsonMessage.of(Texts.class);
    }
}
