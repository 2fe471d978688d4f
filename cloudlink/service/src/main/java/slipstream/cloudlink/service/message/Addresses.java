package slipstream.cloudlink.service.message;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tinylog.Logger;
import slipstream.cloudlink.service.gateway.MessageChannel;
import slipstream.cloudlink.service.gateway.Payment.PayerId;
import slipstream.cloudlink.service.ledger.Ledger;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.secret.Keyring;
import slipstream.cloudlink.service.secret.Vault;

/// The payers' ids in clear, of those who have asked to be told: sealed, and opened for one message at a time. Safe for
/// any number of threads.
public final class Addresses {
    /// The version of the text that payers agree to (`tellText`): another text, another number.
    static final int CONSENT = 1;

    private static final String PURPOSE = "message-address";
    private static final int BATCH = 200;

    private final Ledger<? extends AddressStore> ledger;
    private final Vault vault;
    private final Keyring keyring;
    private final MessageChannel channel;
    private final Clock clock;

    public Addresses(
            Ledger<? extends AddressStore> ledger, Vault vault, Keyring keyring, MessageChannel channel, Clock clock) {
        this.ledger = ledger;
        this.vault = vault;
        this.keyring = keyring;
        this.channel = channel;
        this.clock = clock;
    }

    /// By which of somebody's names the messages of a merchant's application could reach them; nothing where it sends
    /// none.
    public Optional<PayerId> reach(Merchant application, List<PayerId> names) {
        return channel.application(application)
                .flatMap(appid -> names.stream()
                        .filter(name -> name.appid().equals(appid))
                        .findFirst());
    }

    /// The payer asks to be told.
    ///
    /// @param application the merchant whose application is to tell them
    /// @return false when the payer does not go by that name
    public boolean agree(PayerKey payer, Merchant application, PayerId name) {
        if (!goBy(name).anyMatch(payer::equals)) {
            return false;
        }
        var sealed = vault.seal(name.appid() + " " + name.openid(), PURPOSE);
        ledger.write(store -> {
            store.put(new Address(payer, application.id(), sealed, clock.instant(), Optional.empty()), CONSENT);
            return null;
        });
        Logger.info("merchant {}: a payer has asked to be told of rewards", application.id());
        return true;
    }

    /// The payer thinks better of it.
    public void stop(List<PayerKey> payer) {
        ledger.write(store -> {
            payer.forEach(store::remove);
            return null;
        });
    }

    /// What the payer has asked for, if anything.
    public Optional<Address> of(List<PayerKey> payer) {
        return ledger.read(
                store -> payer.stream().flatMap(key -> store.of(key).stream()).findFirst());
    }

    /// The name behind an address; nothing where it does not open, or is somebody else's.
    Optional<PayerId> open(Address address) {
        try {
            var words = vault.open(address.sealed(), PURPOSE).split(" ", 2);
            var name = new PayerId(words[0], words[1]);
            return goBy(name).map(PayerKey::hash).anyMatch(address.payer().hash()::equals)
                    ? Optional.of(name)
                    : Optional.empty();
        } catch (IOException e) {
            Logger.warn("merchant {}: an address does not open: {}", address.merchantId(), e.getMessage());
            return Optional.empty();
        }
    }

    private Stream<PayerKey> goBy(PayerId name) {
        return Stream.concat(
                Stream.of(keyring.payer(channel.platform(), name.appid(), name.openid())),
                keyring.formerly(channel.platform(), name.appid(), name.openid()).stream());
    }

    /// Puts every address under the present master key, and says how many there are.
    ///
    /// @throws IOException in one sentence, when one of them does not open
    public static int renewSeals(Ledger<? extends AddressStore> ledger, Vault vault) throws IOException {
        int count = 0;
        var last = "";
        while (true) {
            var from = last;
            var batch = ledger.read(store -> store.after(from, BATCH));
            for (var address : batch) {
                var renewed = vault.renew(address.sealed(), PURPOSE);
                ledger.write(store -> {
                    store.reseal(address, renewed);
                    return null;
                });
            }
            count += batch.size();
            if (batch.size() < BATCH) {
                return count;
            }
            last = batch.getLast().payer().hash();
        }
    }
}
