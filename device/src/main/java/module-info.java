/// The box: ports, bridge, payment references, and the technician's command line.
@SuppressWarnings("requires-automatic")
module slipstream.device {
    requires jdk.net;
    requires org.tinylog.api;
    requires re2j;
    requires transitive slipstream.cloudlink.client;
    requires transitive slipstream.cloudlink.protocol;
    requires transitive slipstream.escpos;

    exports slipstream.device.bridge;
    exports slipstream.device.claim;
    exports slipstream.device.port;
    exports slipstream.device.reference;
}
