package slipstream.device.panel;

/// What the button does, each on a thread of its own.
public interface PanelActions {
    /// A short press: prints a test page with the box's state. Presses before it is done count for nothing.
    void testPage();

    /// A long press: lays the bypass, or takes it away. The relay is the panel's own affair.
    ///
    /// @param on whether it is to be laid
    void bypass(boolean on);
}
