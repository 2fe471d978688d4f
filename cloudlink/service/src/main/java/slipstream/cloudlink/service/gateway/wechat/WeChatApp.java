package slipstream.cloudlink.service.gateway.wechat;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import slipstream.cloudlink.service.gateway.CredentialSheet;

/// What it takes to ask WeChat whose phone it is: the service account to which the payments' openids belong.
///
/// @param secret the service account's AppSecret
/// @param page where phones are sent
/// @param api where codes are redeemed, and messages sent
/// @param template of its messages about rewards, if it sends any
record WeChatApp(String secret, URI page, URI api, Optional<MessageTemplate> template) {
    private static final String PAGE = "https://open.weixin.qq.com/connect/oauth2/authorize";
    private static final String API = "https://api.weixin.qq.com";
    private static final Pattern SECRET = Pattern.compile("[0-9a-f]{32}");

    /// Nothing where the sheet has no `app-secret`.
    static Optional<WeChatApp> of(CredentialSheet sheet) {
        var page = sheet.url("authorize-url", PAGE);
        var api = sheet.url("login-url", API);
        var template = MessageTemplate.of(sheet);
        if (template.isPresent() && !sheet.has("app-secret")) {
            throw new IllegalArgumentException("'message-template' needs 'app-secret', which is missing");
        }
        return sheet.has("app-secret")
                ? Optional.of(new WeChatApp(
                        sheet.text("app-secret", SECRET, "32: digits and the letters a to f"), page, api, template))
                : Optional.empty();
    }

    /// Never the secret.
    @Override
    public String toString() {
        return "WeChatApp at " + api;
    }
}
