/// The box: ports, bridge, payment references, and the technician's command line.
@SuppressWarnings({"requires-automatic", "module"})
module slipstream.device {
    requires re2j;
    requires slipstream.cloudlink.protocol;
    requires slipstream.escpos;

    exports slipstream.device.reference;
}
