package slipstream.cloudlink.service.gateway.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.avaje.json.JsonException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.Map;
import slipstream.cloudlink.protocol.JsonMessage;
import slipstream.cloudlink.service.gateway.Credentials;
import slipstream.cloudlink.service.gateway.WalletLogin;
import slipstream.cloudlink.service.gateway.client.PlatformClient;
import slipstream.cloudlink.service.merchant.Merchant;

/// Alipay's web authorisation, scope `auth_base`: silent, tells the id only. The code is redeemed by
/// `alipay.system.oauth.token`.
public final class AlipayLogin implements WalletLogin {
    private static final String METHOD = "alipay.system.oauth.token";
    private static final String UNDERSTOOD = "10000";
    private static final JsonMessage<AlipayGrant> GRANT = JsonMessage.of(AlipayGrant.class);

    private final Credentials<AlipayCredentials> credentials;
    private final PlatformClient client;
    private final Clock clock;

    public AlipayLogin(Credentials<AlipayCredentials> credentials, PlatformClient client, Clock clock) {
        this.credentials = credentials;
        this.client = client;
        this.clock = clock;
    }

    @Override
    public boolean serves(Merchant merchant) {
        return credentials.serve(merchant, held -> true);
    }

    @Override
    public URI page(Merchant merchant, URI back, String state) throws IOException {
        var held = credentials.of(merchant);
        return URI.create(held.page() + "?app_id=" + held.appId() + "&scope=auth_base&redirect_uri="
                + URLEncoder.encode(back.toString(), UTF_8) + "&state=" + state);
    }

    @Override
    public Vouched redeem(Merchant merchant, String code) {
        try {
            var held = credentials.of(merchant);
            var own = Map.of("grant_type", "authorization_code", "code", code);
            var answer = client.send(held.appId(), AlipayRequest.of(held, METHOD, own, clock));
            return answer.statusCode() == 200
                    ? read(held, GRANT.read(AlipayAnswer.open(held, METHOD, answer.body())))
                    : new Vouched.Unavailable("HTTP status " + answer.statusCode());
        } catch (IOException e) {
            return new Vouched.Unavailable(e.getMessage() == null ? e.toString() : e.getMessage());
        } catch (JsonException e) {
            return new Vouched.Unavailable("the answer is signed but is no grant");
        }
    }

    private static Vouched read(AlipayCredentials held, AlipayGrant grant) {
        if (grant.code() != null && !grant.code().equals(UNDERSTOOD)) {
            return new Vouched.Refused("code '" + grant.code() + "', sub_code '" + grant.subCode() + "'");
        }
        var names = grant.names(held.appId());
        return names.isEmpty() ? new Vouched.Unavailable("the answer names nobody") : new Vouched.For(names);
    }
}
