package slipstream.cloudlink.service.merchant;

import java.util.Locale;

/// Who may tell of payments, each with credentials of its own.
public enum Platform {
    WECHAT,
    ALIPAY,
    /// An acquirer of our own dialect: a signed webhook.
    WEBHOOK;

    /// As in addresses, tables and on the command line: lower case.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
