package slipstream.device.port.system;

import java.util.Map;

/// What a failed call says, errno(3), as Linux numbers it (`asm-generic/errno-base.h`, `errno.h`).
public final class ErrorNumber {
    /// Not allowed, whoever asks.
    public static final int EPERM = 1;

    /// No such file.
    public static final int ENOENT = 2;

    /// A signal came before anything else.
    public static final int EINTR = 4;

    /// The device did not do it.
    public static final int EIO = 5;

    /// No such device or address.
    public static final int ENXIO = 6;

    /// Nothing now; try again.
    public static final int EAGAIN = 11;

    /// This user may not.
    public static final int EACCES = 13;

    /// Somebody else has it.
    public static final int EBUSY = 16;

    /// No such device, or no longer.
    public static final int ENODEV = 19;

    /// The device does not know such a call.
    public static final int EINVAL = 22;

    /// The device does not know such a control.
    public static final int ENOTTY = 25;

    /// No space; of a printer: no paper.
    public static final int ENOSPC = 28;

    /// Nobody reads what is written.
    public static final int EPIPE = 32;

    /// Somebody listens at the address.
    public static final int EADDRINUSE = 98;

    /// The address is not one of this machine.
    public static final int EADDRNOTAVAIL = 99;

    private static final Map<Integer, String> SENTENCES = Map.ofEntries(
            Map.entry(EPERM, "that needs a right which this process does not have"),
            Map.entry(ENOENT, "it is not there"),
            Map.entry(EINTR, "it was interrupted"),
            Map.entry(EIO, "the device reports a fault"),
            Map.entry(ENXIO, "no device answers to that name"),
            Map.entry(9, "the file is not open"),
            Map.entry(EAGAIN, "nothing is there now"),
            Map.entry(12, "the system has no memory for it"),
            Map.entry(EACCES, "this user may not open it"),
            Map.entry(EBUSY, "somebody else has it open"),
            Map.entry(ENODEV, "the device is gone or not ready"),
            Map.entry(20, "a part of its path is no directory"),
            Map.entry(21, "it is a directory"),
            Map.entry(EINVAL, "the device does not know that"),
            Map.entry(23, "the system has too many files open"),
            Map.entry(24, "this process has too many files open"),
            Map.entry(ENOTTY, "the device does not know that"),
            Map.entry(ENOSPC, "no paper"),
            Map.entry(EPIPE, "the other end takes no more"),
            Map.entry(88, "it is no socket"),
            Map.entry(EADDRINUSE, "somebody else listens there"),
            Map.entry(EADDRNOTAVAIL, "the address is not one of this machine"),
            Map.entry(103, "the connection was given up"),
            Map.entry(104, "the other end broke off"),
            Map.entry(107, "the other end is gone"),
            Map.entry(110, "the other end does not answer"),
            Map.entry(113, "there is no way to it"));

    private ErrorNumber() {}

    /// The number in words that go on a sentence.
    static String sentence(int number) {
        return SENTENCES.getOrDefault(number, "the system refuses with error " + number);
    }
}
