package slipstream.cloudlink.service.gateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.avaje.json.JsonException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.util.List;
import slipstream.cloudlink.service.gateway.Credentials;
import slipstream.cloudlink.service.gateway.Payment.PayerId;
import slipstream.cloudlink.service.gateway.WalletLogin;
import slipstream.cloudlink.service.gateway.client.PlatformClient;
import slipstream.cloudlink.service.merchant.Merchant;

/// WeChat's web authorisation, scope `snsapi_base`: silent, tells the openid only.
///
/// The service account must be the one to which the payments' openids belong (`appid`, in partner mode
/// `sp-appid`), or else nobody would be recognised.
public final class WeChatLogin implements WalletLogin {
    private final Credentials<WeChatCredentials> credentials;
    private final PlatformClient client;

    public WeChatLogin(Credentials<WeChatCredentials> credentials, PlatformClient client) {
        this.credentials = credentials;
        this.client = client;
    }

    @Override
    public boolean serves(Merchant merchant) {
        return credentials.serve(merchant, held -> held.app().isPresent());
    }

    /// The order of the parameters is WeChat's; its page is known to mind.
    @Override
    public URI page(Merchant merchant, URI back, String state) throws IOException {
        var held = credentials.of(merchant);
        return URI.create(app(held).page() + "?appid=" + held.account().appid() + "&redirect_uri="
                + encoded(back.toString()) + "&response_type=code&scope=snsapi_base&state=" + state
                + "#wechat_redirect");
    }

    @Override
    public Vouched redeem(Merchant merchant, String code) {
        try {
            var held = credentials.of(merchant);
            var app = app(held);
            var appid = held.account().appid();
            var uri = URI.create(app.api().toString().replaceAll("/+$", "") + "/sns/oauth2/access_token?appid=" + appid
                    + "&secret=" + app.secret() + "&code=" + encoded(code) + "&grant_type=authorization_code");
            var request = HttpRequest.newBuilder(uri).header("User-Agent", "Slipstream");
            var answer = client.send(appid, request.build());
            return answer.statusCode() == 200
                    ? read(appid, WeChatJson.GRANT.read(answer.body()))
                    : new Vouched.Unavailable("HTTP status " + answer.statusCode());
        } catch (IOException e) {
            return new Vouched.Unavailable(e.getMessage() == null ? e.toString() : e.getMessage());
        } catch (JsonException e) {
            return new Vouched.Unavailable("the answer is not the JSON it should be");
        }
    }

    private static Vouched read(String appid, WeChatGrant grant) {
        if (grant.errcode() != null && grant.errcode() != 0) {
            return new Vouched.Refused("errcode " + grant.errcode());
        }
        if (grant.isSnapshotuser() != null && grant.isSnapshotuser() != 0) {
            return new Vouched.Snapshot();
        }
        return grant.openid() == null || grant.openid().isBlank()
                ? new Vouched.Unavailable("the answer names nobody")
                : new Vouched.For(List.of(new PayerId(appid, grant.openid())));
    }

    private static WeChatApp app(WeChatCredentials held) throws IOException {
        return held.app().orElseThrow(() -> new IOException("there is no 'app-secret' among the WeChat credentials"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
