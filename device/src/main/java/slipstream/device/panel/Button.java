package slipstream.device.panel;

import java.time.Duration;

/// What a finger means: contacts bounce, presses are short or long. Told the contact's state at every tick.
final class Button {
    /// What has just happened.
    enum Press {
        NONE,
        /// Let go before it was long.
        SHORT,
        /// Held for long enough; the finger is still there.
        LONG
    }

    private static final long NEVER = Long.MAX_VALUE;

    /// A contact that has been the same for this long has been pressed, or let go.
    static final Duration DEBOUNCE = Duration.ofMillis(50);

    private final long longNanos;
    private boolean contact;
    private boolean pressed;
    private long contactSince = NEVER;
    private long pressedAt;
    private boolean told;

    /// @param longPress how long a long press is
    Button(Duration longPress) {
        longNanos = longPress.toNanos();
    }

    /// A tick.
    ///
    /// @param closed whether the contact is closed
    /// @param now in nanoseconds from anywhere
    Press tick(boolean closed, long now) {
        if (contactSince == NEVER) {
            // One that is closed from the start is broken or jammed: it has to open once.
            contact = closed;
            pressed = closed;
            told = true;
            contactSince = now;
        }
        if (closed != contact) {
            contact = closed;
            contactSince = now;
        }
        if (contact != pressed && now - contactSince >= DEBOUNCE.toNanos()) {
            pressed = contact;
            if (!pressed) {
                return told ? Press.NONE : Press.SHORT;
            }
            told = false;
            pressedAt = contactSince;
        }
        if (pressed && !told && now - pressedAt >= longNanos) {
            told = true;
            return Press.LONG;
        }
        return Press.NONE;
    }
}
