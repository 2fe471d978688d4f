package slipstream.escpos.codec;

/// A body whose length its command's head has declared.
final class CountedBody implements Body {
    private final BodyTeller teller;
    private long left;

    CountedBody(BodyTeller teller) {
        this.teller = teller;
    }

    CountedBody of(long length) {
        left = length;
        return this;
    }

    @Override
    public int take(byte[] bytes, int from, int to) {
        int end = to - from <= left ? to : from + (int) left;
        left -= end - from;
        teller.tell(bytes, from, end);
        if (left == 0) {
            teller.end();
        }
        teller.pass(bytes, from, end);
        return end;
    }
}
