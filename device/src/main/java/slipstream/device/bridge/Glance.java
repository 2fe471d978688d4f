package slipstream.device.bridge;

import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.command.CommandKind;
import slipstream.escpos.command.CommandRow;

/// Sees in passing when a receipt begins, and when the printer is asked something that it answers in its turn.
///
/// @param whenBegun told of whatever may show on paper, before it is passed on
/// @param whenAsked told of each question, before it is passed on
record Glance(Runnable whenBegun, Runnable whenAsked) implements CommandSink {
    @Override
    public void command(CommandRow row, byte[] bytes, int from, int to, long body) {
        switch (row == null ? CommandKind.NOTHING : row.kind()) {
            case QUERY -> whenAsked.run();
            case INK, PAGE, DATA -> whenBegun.run();
            default -> {}
        }
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        whenBegun.run();
    }

    @Override
    public void body(byte[] bytes, int from, int to) {}

    @Override
    public void end() {}

    @Override
    public void wire(byte[] bytes, int from, int to) {}
}
