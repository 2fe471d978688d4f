package slipstream.device.reference;

/// Who wants to know why numbers were or were not taken. A later decision about a place replaces an earlier one.
@FunctionalInterface
interface Witness {
    /// Nobody.
    Witness NONE = (printed, number, decision) -> {};

    /// `number`, in `printed`, was decided upon.
    void decided(Printed printed, Number number, Decision decision);
}
