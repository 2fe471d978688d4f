/// What is claimed about speed, measured.
@SuppressWarnings("requires-automatic")
module slipstream.benchmarks {
    requires info.picocli;
    requires slipstream.cloudlink.service;
    requires slipstream.device;

    opens slipstream.benchmarks to
            info.picocli;
}
