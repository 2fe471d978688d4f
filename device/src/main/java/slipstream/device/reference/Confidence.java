package slipstream.device.reference;

/// How sure a find is, and so when the service is asked about it.
public enum Confidence {
    /// The number proves itself: length, lead and day. Asked about as soon as it can be read.
    SURE,
    /// A label says so, or the number could be another payment's name: asked about when the receipt ends without a
    /// surer one.
    LIKELY
}
