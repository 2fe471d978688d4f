package slipstream.cloudlink.service.message;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tinylog.Logger;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.gateway.MessageChannel;
import slipstream.cloudlink.service.gateway.MessageChannel.Sending;
import slipstream.cloudlink.service.gateway.MessageChannel.Text;
import slipstream.cloudlink.service.ledger.Ledger;
import slipstream.cloudlink.service.merchant.Merchant;

/// Sends the messages that are due. Any number of nodes may do so at the same time.
///
/// A message arrives at most once. A node leases it before it asks the platform; a try that may have arrived is
/// repeated
/// only as long as the platform knows the message again ([MessageChannel#REMEMBERED]), then it is given up: the reward
/// stands on the payer's page and comes with the next receipt in any case.
public final class MessageRound {
    static final Duration LEASE = Duration.ofMinutes(2);
    /// Shorter than the platform's memory by the length of a try.
    static final Duration REPEATABLE = Duration.ofMinutes(MessageChannel.REMEMBERED - 2);
    static final Duration LONGEST = Duration.ofDays(3);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 8;
    private static final int BATCH = 50;
    private static final int ID_CHARACTERS = 32;

    private final Ledger<? extends MessageBooks> ledger;
    private final Addresses addresses;
    private final MessageChannel channel;
    private final Function<String, Optional<Merchant>> merchants;
    private final ZoneId zone;
    private final Clock clock;
    private final Consumer<String> watch;

    /// @param zone in which times are told
    /// @param watch is told what becomes of each try, in one word
    public MessageRound(
            Ledger<? extends MessageBooks> ledger,
            Addresses addresses,
            MessageChannel channel,
            Function<String, Optional<Merchant>> merchants,
            ZoneId zone,
            Clock clock,
            Consumer<String> watch) {
        this.ledger = ledger;
        this.addresses = addresses;
        this.channel = channel;
        this.merchants = merchants;
        this.zone = zone;
        this.clock = clock;
        this.watch = watch;
    }

    /// Tries what is due; how many messages that were.
    ///
    /// @param publicUrl how phones reach the pages, without a slash at its end
    public int run(String publicUrl) {
        var due = ledger.read(books -> books.messages().due(clock.instant(), BATCH));
        for (var message : due) {
            var now = clock.instant();
            if (ledger.write(books -> books.messages().lease(message, now, now.plus(LEASE)))) {
                attempt(message, now, publicUrl);
            }
        }
        return due.size();
    }

    private void attempt(Message message, Instant now, String publicUrl) {
        var reward = ledger.read(books -> books.messages().reward(message, now));
        var address = ledger.read(books -> books.addresses().of(message.payer()));
        var merchant = address.flatMap(one -> merchants.apply(one.merchantId()));
        var name = address.flatMap(addresses::open);
        if (message.begunAt().filter(at -> at.plus(REPEATABLE).isBefore(now)).isPresent()) {
            settle(message, "unsure");
        } else if (reward.isEmpty()) {
            settle(message, "late");
        } else if (merchant.isEmpty() || name.isEmpty()) {
            settle(message, "stopped");
        } else if (message.madeAt().plus(LONGEST).isBefore(now)) {
            settle(message, "given-up");
        } else {
            var sending = channel.send(merchant.get(), name.get(), text(message, reward.get(), publicUrl));
            note(message, now, merchant.get(), sending);
        }
    }

    private void note(Message message, Instant now, Merchant merchant, Sending sending) {
        switch (sending) {
            case Sending.Sent sent -> {
                ledger.write(books -> {
                    books.addresses().reached(message.payer(), now);
                    return null;
                });
                settle(message, "sent");
            }
            case Sending.Refused refused -> {
                Logger.info("merchant {}: a payer cannot be told of a reward: {}", merchant.id(), refused.why());
                ledger.write(books -> {
                    books.addresses().unreachable(message.payer(), now);
                    return null;
                });
                settle(message, "refused");
            }
            case Sending.NotNow later -> {
                Logger.warn("merchant {}: no message was sent, another time: {}", merchant.id(), later.why());
                postpone(message, now.plus(pause(message.tries())), false);
            }
            case Sending.Unsure unsure -> {
                Logger.warn("merchant {}: a message may not have arrived: {}", merchant.id(), unsure.why());
                postpone(message, now.plus(FIRST_PAUSE), true);
            }
        }
    }

    /// A minute, then twice as long each time, up to some four hours.
    private static Duration pause(int tries) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
    }

    private Text text(Message message, ClaimLink reward, String publicUrl) {
        var shop = merchants.apply(reward.merchantId());
        var language = shop.map(Merchant::language).orElse(Locale.CHINESE);
        var items = reward.items();
        var several = language.getLanguage().equals("zh") ? items.size() + " 份礼遇任选其一" : "One of " + items.size();
        return new Text(
                message.tokenHash().substring(0, ID_CHARACTERS),
                shop.map(one -> one.name().in(language)).orElse(reward.merchantId()),
                items.size() == 1 ? items.getFirst().title().in(language) : several,
                LocalDateTime.ofInstant(reward.expiresAt(), zone),
                URI.create(publicUrl + "/C/" + reward.token().value()));
    }

    private void settle(Message message, String outcome) {
        ledger.write(books -> {
            books.messages().settle(message, outcome);
            return null;
        });
        watch.accept(outcome);
    }

    private void postpone(Message message, Instant until, boolean arrived) {
        ledger.write(books -> {
            books.messages().postpone(message, until, arrived);
            return null;
        });
        watch.accept(arrived ? "repeated" : "postponed");
    }
}
