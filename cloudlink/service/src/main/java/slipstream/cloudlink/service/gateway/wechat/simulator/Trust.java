package slipstream.cloudlink.service.gateway.wechat.simulator;

/// By what a merchant knows the platform, and how both of them sign.
public enum Trust {
    /// WeChat Pay's public key, RSA.
    PUBLIC_KEY,
    /// Platform certificates, which it downloads, RSA.
    CERTIFICATES,
    /// Platform certificates, SM2; contents are encrypted with SM4.
    SM
}
