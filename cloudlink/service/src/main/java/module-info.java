/// The identification service: who paid, what they are entitled to, and the page where they receive it.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module slipstream.cloudlink.service {
    requires transitive slipstream.cloudlink.protocol;
    requires java.net.http;
    requires com.github.benmanes.caffeine;
    requires com.google.zxing;
    requires com.samskivert.jmustache;
    requires com.zaxxer.hikari;
    requires flyway.core;
    requires flyway.database.postgresql;
    requires info.picocli;
    requires io.github.resilience4j.circuitbreaker;
    requires io.github.resilience4j.core;
    requires io.github.resilience4j.ratelimiter;
    requires io.prometheus.metrics.core;
    requires io.prometheus.metrics.instrumentation.jvm;
    requires io.prometheus.metrics.model;
    requires io.prometheus.writer.text;
    requires io.leangen.geantyref; // used by Jdbi, an automatic module that cannot say so
    requires io.avaje.jsonb;
    requires io.vertx.core;
    requires io.vertx.web;
    requires java.desktop;
    requires java.sql;
    requires java.xml;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires org.bouncycastle.util;
    requires org.jdbi.v3.core;
    requires org.postgresql.jdbc;
    requires org.tinylog.api;
    requires org.tinylog.impl;
    requires org.tomlj;
    requires slipstream.escpos;

    exports slipstream.cloudlink.service;
    exports slipstream.cloudlink.service.administration;
    exports slipstream.cloudlink.service.campaign;
    exports slipstream.cloudlink.service.cli;
    exports slipstream.cloudlink.service.config;
    exports slipstream.cloudlink.service.fleet;
    exports slipstream.cloudlink.service.gateway.alipay.simulator;
    exports slipstream.cloudlink.service.gateway.wechat.simulator;
    exports slipstream.cloudlink.service.item;
    exports slipstream.cloudlink.service.ledger;
    exports slipstream.cloudlink.service.log to
            org.tinylog.impl;
    exports slipstream.cloudlink.service.mark;
    exports slipstream.cloudlink.service.merchant;
    exports slipstream.cloudlink.service.staff;

    opens slipstream.cloudlink.service.cli to
            info.picocli;
    opens slipstream.cloudlink.service.store;
    opens slipstream.cloudlink.service.web.api;
    opens slipstream.cloudlink.service.web.claim;
    opens slipstream.cloudlink.service.web.console;
    opens slipstream.cloudlink.service.web.copy;
    opens slipstream.cloudlink.service.web.login;
    opens slipstream.cloudlink.service.web.page;
    opens slipstream.cloudlink.service.web.payer;
    opens slipstream.cloudlink.service.web.shop;
    opens slipstream.cloudlink.service.web.staff;

    provides io.avaje.jsonb.spi.JsonbExtension with
            slipstream.cloudlink.service.gateway.GatewayJsonComponent,
            slipstream.cloudlink.service.gateway.alipay.AlipayJsonComponent,
            slipstream.cloudlink.service.gateway.webhook.WebhookJsonComponent,
            slipstream.cloudlink.service.gateway.wechat.WechatJsonComponent;
}
