package slipstream.escpos.codec;

/// What follows a head whose length no printer can mean: where the command ends is not known. It is not where an
/// `ESC @` stands.
final class LostBody implements Body {
    static final byte ESC = 0x1B;

    private final BodyTeller teller;
    private final Head next;

    /// @param next holds the `ESC` that may be the next command's
    LostBody(BodyTeller teller, Head next) {
        this.teller = teller;
        this.next = next;
    }

    @Override
    public int take(byte[] bytes, int from, int to) {
        if (!next.isEmpty()) {
            if (bytes[from] == '@') {
                teller.end();
                return from;
            }
            teller.tell(next.bytes(), 0, 1);
            next.pass();
        }
        int at = Scan.find(ESC, bytes, from, to);
        if (at > from) {
            teller.tellAndPass(bytes, from, at);
        }
        if (at < to) {
            next.add(ESC);
            at++;
        }
        return at;
    }
}
