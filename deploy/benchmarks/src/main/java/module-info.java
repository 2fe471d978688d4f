/// What is claimed about speed, measured.
@SuppressWarnings("requires-automatic")
module slipstream.benchmarks {
    requires info.picocli;
    requires io.vertx.core;
    requires java.management;
    requires java.sql;
    requires jdk.management;
    requires jmh.core;
    requires slipstream.acceptance;
    requires slipstream.cloudlink.service;
    requires slipstream.device;
    requires slipstream.escpos;

    opens slipstream.benchmarks to
            info.picocli;
    opens slipstream.benchmarks.cost to
            info.picocli;
    opens slipstream.benchmarks.service to
            info.picocli;
}
