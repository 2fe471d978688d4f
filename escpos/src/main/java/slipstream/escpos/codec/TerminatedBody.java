package slipstream.escpos.codec;

import slipstream.escpos.command.Shape;

/// Runs of data, each closed by the same byte: `GS k m … NUL`.
final class TerminatedBody implements Body {
    private final BodyTeller teller;
    private byte end;
    private int left;

    TerminatedBody(BodyTeller teller) {
        this.teller = teller;
    }

    TerminatedBody of(Shape.Terminated shape) {
        end = shape.end();
        left = shape.fields();
        return this;
    }

    @Override
    public int take(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != end && (bytes[at] < 0 || bytes[at] >= 0x20)) {
            at++;
        }
        if (at > from) {
            teller.tellAndPass(bytes, from, at);
        }
        if (at == to) {
            return at;
        }
        if (bytes[at] != end) {
            return teller.endBefore(bytes, at);
        }
        left--;
        return teller.one(bytes, at, left == 0);
    }
}
