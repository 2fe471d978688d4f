package slipstream.escpos.codec;

import slipstream.escpos.command.Shape;

/// Bytes that rise, up to 00: `ESC D`.
final class AscendingBody implements Body {
    private final BodyTeller teller;
    private int left;
    private int highest;

    AscendingBody(BodyTeller teller) {
        this.teller = teller;
    }

    AscendingBody of(Shape.Ascending shape) {
        left = shape.limit();
        highest = 0;
        return this;
    }

    @Override
    public int take(byte[] bytes, int from, int to) {
        int value = bytes[from] & 0xFF;
        if (value != 0 && (value <= highest || left == 0)) {
            return teller.endBefore(bytes, from);
        }
        highest = value;
        left--;
        return teller.one(bytes, from, value == 0);
    }
}
