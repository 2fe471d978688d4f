package slipstream.cloudlink.service.payer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tinylog.Logger;
import slipstream.cloudlink.service.ledger.Ledger;
import slipstream.cloudlink.service.mark.Mark;
import slipstream.cloudlink.service.mark.PayerKey;

/// What a payer asks of us; it holds from the next receipt on, at every till, for decisions are made here. Safe
/// for any number of threads.
///
/// A payer may be known by several keys: present and former ones, and that of a browser.
public final class Payers {
    private final Ledger<PayerStore> ledger;
    private final Clock clock;

    public Payers(Ledger<PayerStore> ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Whether the payer wants neither marks nor links.
    public boolean isOptedOut(List<PayerKey> payer) {
        return ledger.read(store -> payer.stream().anyMatch(store.optOuts()::contains));
    }

    /// From now on, no marks, no links and no messages.
    public void optOut(List<PayerKey> payer) {
        ledger.write(store -> {
            payer.forEach(key -> {
                store.optOuts().add(key, clock.instant());
                store.addresses().remove(key);
            });
            return null;
        });
        Logger.info("a payer has opted out");
    }

    /// The payer thinks better of it.
    public void optIn(List<PayerKey> payer) {
        ledger.write(store -> {
            payer.forEach(store.optOuts()::remove);
            return null;
        });
    }

    /// Where the payer is known.
    public List<Mark> marks(List<PayerKey> payer) {
        return ledger.read(store ->
                payer.stream().flatMap(key -> store.marks().of(key).stream()).toList());
    }

    /// Everything that is kept about the payer.
    public Dossier dossier(List<PayerKey> payer) {
        var parts = new ArrayList<Dossier.Part>();
        ledger.read(store -> {
            payer.forEach(key -> parts.addAll(store.dossier(key).parts()));
            return Optional.empty();
        });
        return new Dossier(parts);
    }

    /// Deletes everything that is kept about the payer, but for the wish to be left alone.
    public void forget(List<PayerKey> payer) {
        ledger.write(store -> {
            payer.forEach(key -> store.forget(key, clock.instant()));
            return null;
        });
        Logger.info("everything about a payer was deleted on demand");
    }
}
