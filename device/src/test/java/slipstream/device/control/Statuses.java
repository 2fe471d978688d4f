package slipstream.device.control;

import java.util.List;
import slipstream.device.report.Status;

/// Boxes that are well and that are not.
public final class Statuses {
    /// All is well.
    public static final Status WELL = new Status(
            "0.1.0",
            "2026-11-20T01:00:00Z",
            "2026-11-22T04:30:00Z",
            List.of(new Status.Line(
                    "till-1",
                    "0.0.0.0:9100",
                    "192.168.1.50:9100",
                    true,
                    "2026-11-20T01:03:12Z",
                    null,
                    1,
                    null,
                    new Status.Receipt("2026-11-22T04:29:31Z", "sale", "printed", 12))),
            "connected",
            "2026-11-22T01:00:00Z",
            null,
            0,
            null,
            0,
            43,
            new Status.Waits(812, 3, 180, 250),
            2,
            List.of(new Status.Rule("shouqianba order", 45, 41, false)),
            "/var/lib/slipstream/box.db",
            null,
            0,
            null,
            null,
            null);

    /// All that can be wrong is.
    public static final Status WRONG = new Status(
            "0.1.0",
            "2026-11-22T04:29:00Z",
            "2026-11-22T04:30:00Z",
            List.of(
                    new Status.Line(
                            "till-1",
                            "0.0.0.0:9100",
                            "192.168.1.50:9100",
                            false,
                            "2026-11-22T04:29:12Z",
                            "Connection refused",
                            3,
                            null,
                            new Status.Receipt("2026-11-22T04:29:31Z", "-", "not-asked", -1)),
                    new Status.Line(
                            "bar",
                            "0.0.0.0:9101",
                            "usb:Epson TM-T20III",
                            null,
                            null,
                            null,
                            0,
                            "Nothing can listen at 0.0.0.0:9101.",
                            null)),
            "away",
            "2026-11-22T04:29:00Z",
            "service.example cannot be found: the name is unknown",
            1234,
            "2026-11-21T20:00:00Z",
            17,
            0,
            new Status.Waits(40, 250, 250, 250),
            31,
            List.of(new Status.Rule("shouqianba order", 45, 1, true)),
            "/var/lib/slipstream/box.db",
            "the disk is full",
            3,
            "2026-11-22T04:29:30Z",
            "2026-11-22T04:29:40Z",
            null);

    private Statuses() {}
}
