/// What is claimed about speed, measured.
@SuppressWarnings("requires-automatic")
module slipstream.benchmarks {
    requires info.picocli;
    requires java.management;
    requires jdk.management;
    requires jmh.core;
    requires slipstream.cloudlink.service;
    requires slipstream.device;
    requires slipstream.escpos;

    opens slipstream.benchmarks to
            info.picocli;
}
