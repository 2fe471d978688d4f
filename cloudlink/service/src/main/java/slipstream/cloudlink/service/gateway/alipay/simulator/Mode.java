package slipstream.cloudlink.service.gateway.alipay.simulator;

/// How an application and the platform have agreed to talk.
public enum Mode {
    /// By plain public keys.
    PLAIN,
    /// By plain public keys, contents encrypted with AES.
    ENCRYPTED,
    /// By certificates.
    CERTIFIED
}
