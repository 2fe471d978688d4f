package slipstream.escpos.codec;

import slipstream.escpos.command.CommandRow;

/// What the decoder tells, in the order of the wire.
///
/// All methods are called by the thread that feeds the decoder. Arrays are lent for the call only.
public interface CommandSink {
    /// Told of a command whose head has no bytes on the wire yet: nothing.
    int UNKNOWN = -1;

    /// A run of text, told before it is passed on. A run may come in several calls.
    void text(byte[] bytes, int from, int to);

    /// A command whose head is complete, told before the head's last byte is passed on.
    ///
    /// A declared length that no printer can mean is not believed: the body is then [#UNKNOWN], and goes on up to
    /// the next `ESC @`.
    ///
    /// @param row the command; null for a control code that no table knows
    /// @param bytes holds the head from `from` to `to`
    /// @param body how many bytes follow the head, or [#UNKNOWN] when the data tell their own end;
    ///     0 means that the command is whole
    void command(CommandRow row, byte[] bytes, int from, int to, long body);

    /// A slice of the body of the command told last.
    void body(byte[] bytes, int from, int to);

    /// The command told last is whole: told before the last byte of its body is passed on, and only when it
    /// has a body. What is passed on next is the rest of this command: no bytes where the next one broke it off.
    void end();

    /// The next bytes for the printer; every byte fed comes by exactly once, in order.
    void wire(byte[] bytes, int from, int to);

    /// Tells `first` and then `second`; neither hears [#wire], nor of real-time commands among data.
    static CommandSink both(CommandSink first, CommandSink second) {
        return new CommandSink() {
            @Override
            public void text(byte[] bytes, int from, int to) {
                first.text(bytes, from, to);
                second.text(bytes, from, to);
            }

            @Override
            public void command(CommandRow row, byte[] bytes, int from, int to, long body) {
                first.command(row, bytes, from, to, body);
                second.command(row, bytes, from, to, body);
            }

            @Override
            public void body(byte[] bytes, int from, int to) {
                first.body(bytes, from, to);
                second.body(bytes, from, to);
            }

            @Override
            public void end() {
                first.end();
                second.end();
            }

            @Override
            public void wire(byte[] bytes, int from, int to) {}
        };
    }

    /// A sink that asks for the real-time commands among data besides: finding them takes a look at every byte.
    interface SeeksRealTime extends CommandSink {
        /// A real-time command stands among the data of the command told last: `10 04 n`, `10 05 n`, `10 14 fn …`.
        /// The bytes are data all the same and come by with them, but a printer obeys them on reception and may
        /// answer. Told before its last byte is passed on. Pairs that begin or end outside the data are not told.
        ///
        /// @param row the real-time command
        /// @param bytes holds it from `from` to `to`
        void realTime(CommandRow row, byte[] bytes, int from, int to);
    }
}
