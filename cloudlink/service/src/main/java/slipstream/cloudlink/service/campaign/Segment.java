package slipstream.cloudlink.service.campaign;

/// How a payer stands in the circle when paying.
public enum Segment {
    /// Unmarked: the first payment. A campaign that addresses the new gives a welcome link.
    NEW,
    /// Marked, and seen lately.
    MEMBER,
    /// Marked, but not seen for as long as the campaign says.
    LAPSED
}
