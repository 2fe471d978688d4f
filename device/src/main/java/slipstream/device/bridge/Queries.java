package slipstream.device.bridge;

import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.command.CommandKind;
import slipstream.escpos.command.CommandRow;

/// Hears when the printer is asked something that it answers in its turn.
///
/// @param whenAsked told of each question, before it is passed on
record Queries(Runnable whenAsked) implements CommandSink {
    @Override
    public void command(CommandRow row, byte[] bytes, int from, int to, long body) {
        if (row != null && row.kind() == CommandKind.QUERY) {
            whenAsked.run();
        }
    }

    @Override
    public void text(byte[] bytes, int from, int to) {}

    @Override
    public void body(byte[] bytes, int from, int to) {}

    @Override
    public void end() {}

    @Override
    public void wire(byte[] bytes, int from, int to) {}
}
