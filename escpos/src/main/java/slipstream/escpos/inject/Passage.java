package slipstream.escpos.inject;

import java.util.function.BooleanSupplier;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.command.CommandKind;
import slipstream.escpos.command.CommandRow;

/// Hears what the decoder tells, before it is passed on, and passes it on: real-time commands at once, all else
/// behind what waits.
final class Passage implements CommandSink {
    private final CommandSink reader;
    private final Outgoing outgoing;
    private final Tail tail;
    private final Place place;
    private final BooleanSupplier overtakes;
    private boolean urgent;

    /// @param overtakes whether a real-time command that comes now may overtake what waits
    Passage(CommandSink reader, Outgoing outgoing, Tail tail, Place place, BooleanSupplier overtakes) {
        this.reader = reader;
        this.outgoing = outgoing;
        this.tail = tail;
        this.place = place;
        this.overtakes = overtakes;
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        place.text();
        tail.drop();
        reader.text(bytes, from, to);
    }

    @Override
    public void command(CommandRow row, byte[] bytes, int from, int to, long body) {
        CommandKind kind = row == null ? CommandKind.NOTHING : row.kind();
        urgent = kind == CommandKind.REALTIME && overtakes.getAsBoolean();
        switch (kind) {
            case INK, POSITION, PAGE -> {
                place.ink();
                tail.drop();
            }
            case MODE, QUERY -> tail.drop();
            default -> {}
        }
        reader.command(row, bytes, from, to, body);
    }

    @Override
    public void body(byte[] bytes, int from, int to) {
        reader.body(bytes, from, to);
    }

    @Override
    public void end() {
        reader.end();
    }

    @Override
    public void wire(byte[] bytes, int from, int to) {
        if (urgent) {
            urgent = false;
            outgoing.urgent(bytes, from, to);
            return;
        }
        outgoing.pass(bytes, from, to);
        tail.passed();
    }
}
