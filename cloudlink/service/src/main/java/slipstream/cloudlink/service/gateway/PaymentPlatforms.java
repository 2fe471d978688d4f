package slipstream.cloudlink.service.gateway;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tinylog.Logger;
import slipstream.cloudlink.service.gateway.alipay.AlipayCheckout;
import slipstream.cloudlink.service.gateway.alipay.AlipayCredentials;
import slipstream.cloudlink.service.gateway.alipay.AlipayGateway;
import slipstream.cloudlink.service.gateway.alipay.AlipayLogin;
import slipstream.cloudlink.service.gateway.alipay.AlipayNotices;
import slipstream.cloudlink.service.gateway.client.PlatformClient;
import slipstream.cloudlink.service.gateway.webhook.WebhookCredentials;
import slipstream.cloudlink.service.gateway.webhook.WebhookGateway;
import slipstream.cloudlink.service.gateway.webhook.WebhookNotices;
import slipstream.cloudlink.service.gateway.wechat.WeChatCheckout;
import slipstream.cloudlink.service.gateway.wechat.WeChatCredentials;
import slipstream.cloudlink.service.gateway.wechat.WeChatJsapi;
import slipstream.cloudlink.service.gateway.wechat.WeChatLogin;
import slipstream.cloudlink.service.gateway.wechat.WeChatMessages;
import slipstream.cloudlink.service.gateway.wechat.WeChatNotices;
import slipstream.cloudlink.service.gateway.wechat.WeChatPayGateway;
import slipstream.cloudlink.service.gateway.wechat.WeChatPlatform;
import slipstream.cloudlink.service.gateway.wechat.WeChatV2Notices;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;

/// Every platform put together: the gateway that is asked, and who opens which notices.
public final class PaymentPlatforms implements AutoCloseable {
    private static final Duration ANSWER_LIFE = Duration.ofMinutes(10);

    private final PlatformClient client;
    private final Map<Platform, Credentials<?>> credentials;
    private final Gateways gateways;
    private final CachedGateway cached;
    private final Map<String, Notices> notices = new TreeMap<>();
    private final Map<Platform, WalletLogin> logins;
    private final Map<Platform, Checkout> checkouts;
    private final Map<Platform, WalletCheckout> inWallets;
    private final MessageChannel messages;

    /// @param timeout for one question
    /// @param rate questions a second for one account
    /// @param watch is told of every question that no cache answers
    public PaymentPlatforms(CredentialSafe safe, Duration timeout, int rate, Clock clock, WatchedGateway.Watch watch) {
        client = new PlatformClient(timeout, rate, clock);
        var wechat = safe.at(Platform.WECHAT, WeChatCredentials::of);
        var alipay = safe.at(Platform.ALIPAY, AlipayCredentials::of);
        var webhook = safe.at(Platform.WEBHOOK, WebhookCredentials::of);
        credentials = Map.of(Platform.WECHAT, wechat, Platform.ALIPAY, alipay, Platform.WEBHOOK, webhook);
        var wechatPlatform = new WeChatPlatform(client, clock);
        var wechatGateway = new WeChatPayGateway(wechat, wechatPlatform);
        var byScheme = new TreeMap<String, PaymentGateway>(Map.of(
                "wechat", wechatGateway,
                "alipay", new AlipayGateway(alipay, client, clock),
                "card", new WebhookGateway(webhook)));
        byScheme.replaceAll((scheme, gateway) -> new WatchedGateway(scheme, gateway, watch));
        gateways = new Gateways(byScheme);
        logins = Map.of(
                Platform.WECHAT, new WeChatLogin(wechat, client),
                Platform.ALIPAY, new AlipayLogin(alipay, client, clock));
        checkouts = Map.of(
                Platform.WECHAT, new WeChatCheckout(wechat, wechatPlatform),
                Platform.ALIPAY, new AlipayCheckout(alipay, clock));
        inWallets = Map.of(Platform.WECHAT, new WeChatJsapi(wechat, wechatPlatform, clock));
        messages = new WeChatMessages(wechat, client, clock);
        cached = new CachedGateway(gateways, ANSWER_LIFE, clock);
        put("wechat", new WeChatNotices(wechat, wechatPlatform));
        put("wechat-v2", new WeChatV2Notices(wechat, wechatGateway));
        put("alipay", new AlipayNotices(alipay));
        put("webhook", new WebhookNotices(webhook, clock));
    }

    private void put(String platform, Notices opener) {
        notices.put(platform, new ForgettingNotices(opener, cached));
    }

    /// Answers from the cache where the answer was final: for decisions.
    public PaymentGateway gateway() {
        return cached;
    }

    /// Asks the platform each time: for seeing whether a payment was given back since.
    public PaymentGateway uncached() {
        return gateways;
    }

    /// The platforms on whose pages items are paid for.
    public Map<Platform, Checkout> checkouts() {
        return checkouts;
    }

    /// The platforms in whose wallets items are paid for, without leaving them.
    public Map<Platform, WalletCheckout> inWallets() {
        return inWallets;
    }

    /// How payers are told of rewards.
    public MessageChannel messages() {
        return messages;
    }

    /// The wallets that can vouch for payers.
    public Map<Platform, WalletLogin> logins() {
        return logins;
    }

    /// What state each platform's circuit breaker is in, by the platform's address: `closed`, `open`, `half_open`.
    public Map<String, String> breakers() {
        return client.breakers();
    }

    /// Who opens notices, by the platform's name in addresses.
    public Map<String, Notices> notices() {
        return Map.copyOf(notices);
    }

    /// Opens the credentials of these merchants before the first receipt needs them, and logs which cannot be
    /// used.
    public void readAhead(List<Merchant> merchants, CredentialSafe safe) {
        for (var merchant : merchants) {
            for (var platform : safe.platforms(merchant.id())) {
                try {
                    credentials.get(platform).of(merchant);
                } catch (IOException e) {
                    Logger.warn("merchant {}: its payments cannot be looked up: {}", merchant.id(), e.getMessage());
                }
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
