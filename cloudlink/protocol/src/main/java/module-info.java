/// What box and service say to each other: messages, their JSON, and the OpenAPI document.
module slipstream.cloudlink.protocol {
    requires transitive io.avaje.jsonb;

    exports slipstream.cloudlink.protocol;

    provides io.avaje.jsonb.spi.JsonbExtension with
            slipstream.cloudlink.protocol.jsonb.GeneratedJsonComponent;
}
