package slipstream.cloudlink.service.ledger;

/// Thrown by work that must be undone and done once more, because somebody else has changed what it had read. Each
/// time means that somebody has got on.
public final class TryAgain extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param why what is told when it was done again too often
    public TryAgain(String why) {
        super(why, null, false, false);
    }
}
