package slipstream.cloudlink.service.gateway.wechat.simulator;

/// The steps by which the platform changes a certificate.
public enum Rotation {
    /// A second certificate is in the list; the first still signs.
    BEGIN,
    /// The second signs; both are in the list.
    SWITCH,
    /// The first is gone.
    END
}
