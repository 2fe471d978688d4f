package slipstream.cloudlink.service.gateway.alipay.simulator;

/// How the simulated platform calls a payer.
final class Person {
    private Person() {}

    /// The user id of the payer with this open id: `2088` and 12 digits that follow from it.
    static String userId(String openId) {
        return String.format("2088%012d", Integer.toUnsignedLong(openId.hashCode()));
    }
}
