package slipstream.device.port.serial;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// How either end of a serial line makes the other one wait.
public enum FlowControl {
    /// Not at all: bytes are lost when a buffer is full.
    NONE,

    /// By RTS and CTS, which the kernel does.
    RTS_CTS,

    /// By DTR and DSR, as most receipt printers leave the factory. The kernel cannot do it, so [SerialLine] does.
    DTR_DSR,

    /// By the bytes 13h and 11h, which the kernel does.
    XON_XOFF;

    /// Its name in configurations: `rts-cts`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String words() {
        return Arrays.stream(values()).map(FlowControl::word).collect(Collectors.joining(", "));
    }
}
