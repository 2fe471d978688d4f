package slipstream.device.bridge;

/// Who looks on at what passes between POS and printer. Called on the print path: it returns at once and never throws.
public interface Onlooker {
    /// Nobody looks on.
    Onlooker NOBODY = new Onlooker() {
        @Override
        public boolean looks() {
            return false;
        }

        @Override
        public Passing begin(String pos, boolean fresh) {
            throw new IllegalStateException("nobody looks on");
        }
    };

    /// Where bytes pass.
    enum Passage {
        /// From the POS, as it sent them.
        FROM_POS,
        /// To the printer, with what was inserted.
        TO_PRINTER,
        /// From the printer.
        FROM_PRINTER
    }

    /// One connection of a POS, from the beginning of a receipt on.
    interface Passing {
        /// These bytes pass; they are lent for the call only. From any thread, one at a time in each direction.
        ///
        /// @return whether more of this connection is wanted
        boolean passes(Passage where, byte[] bytes, int from, int to);

        /// The connection is over.
        void over();
    }

    /// Whether anybody looks now.
    boolean looks();

    /// A connection begins, or a receipt on it does.
    ///
    /// @param fresh whether it is the connection's first, so that nothing has been said to the printer before
    Passing begin(String pos, boolean fresh);
}
