/// The box: ports, bridge, payment references, and the technician's command line.
@SuppressWarnings("requires-automatic")
module slipstream.device {
    requires com.google.zxing;
    requires com.pi4j;
    requires com.pi4j.plugin.gpiod;
    requires info.picocli;
    requires io.avaje.jsonb;
    requires java.sql;
    requires jdk.httpserver;
    requires jdk.net;
    requires jdk.unsupported;
    requires org.tinylog.api;
    requires org.tomlj;
    requires org.xerial.sqlitejdbc;
    requires re2j;
    requires transitive slipstream.cloudlink.client;
    requires transitive slipstream.cloudlink.protocol;
    requires transitive slipstream.escpos;

    exports slipstream.device.bridge;
    exports slipstream.device.capture;
    exports slipstream.device.claim;
    exports slipstream.device.cli;
    exports slipstream.device.config;
    exports slipstream.device.control;
    exports slipstream.device.copy;
    exports slipstream.device.learn;
    exports slipstream.device.panel;
    exports slipstream.device.page;
    exports slipstream.device.picture;
    exports slipstream.device.port;
    exports slipstream.device.printer;
    exports slipstream.device.reference;
    exports slipstream.device.reference.kind;
    exports slipstream.device.reference.total;
    exports slipstream.device.report;
    exports slipstream.device.store;
    exports slipstream.device.watch;

    opens slipstream.device.cli to
            info.picocli;

    provides io.avaje.jsonb.spi.JsonbExtension with
            slipstream.device.report.jsonb.GeneratedJsonComponent;
}
