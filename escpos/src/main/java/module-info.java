/// ESC/POS itself: what a printer is told, and what it would print.
@SuppressWarnings("requires-automatic")
module slipstream.escpos {
    requires com.google.zxing;
    requires jdk.charsets;

    exports slipstream.escpos.command;
    exports slipstream.escpos.codec;
    exports slipstream.escpos.inject;
    exports slipstream.escpos.profile;
    exports slipstream.escpos.receipt;
    exports slipstream.escpos.render;
    exports slipstream.escpos.state;
    exports slipstream.escpos.symbol;
    exports slipstream.escpos.testprint;
    exports slipstream.escpos.text;
}
