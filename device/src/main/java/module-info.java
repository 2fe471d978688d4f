/// The box: ports, bridge, payment references, and the technician's command line.
@SuppressWarnings("requires-automatic")
module slipstream.device {
    requires re2j;
    requires transitive slipstream.cloudlink.client;
    requires transitive slipstream.cloudlink.protocol;
    requires transitive slipstream.escpos;

    exports slipstream.device.reference;
}
