package slipstream.device.port.system;

import java.io.IOException;

/// A call that Linux refused.
public final class SystemException extends IOException {
    private static final long serialVersionUID = 1;

    private final int number;

    /// Says what `number` means.
    ///
    /// @param number one of [ErrorNumber] or another of errno(3)
    public SystemException(int number) {
        this(number, ErrorNumber.sentence(number));
    }

    /// Says it in the words of the device.
    public SystemException(int number, String sentence) {
        super(sentence);
        this.number = number;
    }

    /// The error's number.
    public int number() {
        return number;
    }

    /// Whether it only says that there is nothing now, and the call may be made again.
    public boolean isPassing() {
        return number == ErrorNumber.EAGAIN || number == ErrorNumber.EINTR;
    }

    /// Whether it only says that this kind of device has no such control.
    public boolean isUnknownControl() {
        return number == ErrorNumber.EINVAL || number == ErrorNumber.ENOTTY;
    }
}
