/// The main job end to end: told as a story, and tested.
@SuppressWarnings("requires-automatic")
module slipstream.acceptance {
    requires com.google.zxing;
    requires info.picocli;
    requires java.desktop;
    requires transitive java.net.http;
    requires slipstream.cloudlink.service;
    requires slipstream.device;

    exports slipstream.acceptance.stage;

    opens slipstream.acceptance to
            info.picocli;
}
