package slipstream.escpos.codec;

import slipstream.escpos.command.CommandKind;
import slipstream.escpos.command.CommandRow;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.command.Shape;

/// Frames a stream of ESC/POS as it comes, in slices of any size.
///
/// ```
/// fed      1B 61 01 H i 0A 1D 76 30 00 02 00 01 00 FF 00
/// told     [ESC a 1] "Hi" [LF] [GS v 0 …, 2 to come] body FF 00, end
/// passed   the same bytes, each after it was told
/// ```
///
/// Only the head of an undecided command is held, at most [Grammar#LONGEST_HEAD] bytes; text and bodies pass as
/// they come, whatever length they declare. Never throws on input. Not safe for use by two threads at once.
public final class CommandDecoder {
    private enum Phase {
        TEXT,
        PREFIX,
        HEAD,
        BODY,
        ASCENDING,
        TERMINATED,
        ITEM
    }

    private Grammar grammar;
    private final CommandSink sink;

    private final byte[] head = new byte[Grammar.LONGEST_HEAD];
    private final byte[] item = new byte[Grammar.LONGEST_HEAD];
    private Phase phase = Phase.TEXT;
    private Grammar.Node node;
    private CommandRow row;
    private int held;
    private int gone;
    private int itemHeld;
    private int left;
    private long bodyLeft;

    /// A decoder at the beginning of a stream. A stream that turns out to be of Star line mode is read by that
    /// dialect's table from there on.
    public CommandDecoder(Grammar grammar, CommandSink sink) {
        this.grammar = grammar;
        this.sink = sink;
    }

    /// Decodes and passes on the next bytes.
    public void feed(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            at = switch (phase) {
                case TEXT -> text(bytes, at, to);
                case PREFIX -> prefix(bytes, at);
                case HEAD -> head(bytes, at);
                case BODY -> body(bytes, at, to);
                case ASCENDING -> ascending(bytes, at);
                case TERMINATED -> terminated(bytes, at, to);
                case ITEM -> item(bytes, at);
            };
        }
    }

    /// Lets a held head go, because the line is quiet or closed. The command is told all the same once it is
    /// complete, with [#headGone] set: nothing can be put before it any more.
    public void release() {
        if (held > gone) {
            sink.wire(head, gone, held);
            gone = held;
        }
    }

    /// The dialect that the stream speaks, as far as it has told.
    public Grammar grammar() {
        return grammar;
    }

    /// How many bytes are held: fed, and not passed on.
    public int held() {
        return held - gone;
    }

    /// Whether bytes of the command being told have already been passed on by [#release].
    public boolean headGone() {
        return gone > 0;
    }

    /// Whether the next byte begins a command or text.
    public boolean atBoundary() {
        return phase == Phase.TEXT && held == 0;
    }

    private int text(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] < 0 || bytes[at] >= 0x20)) {
            at++;
        }
        if (at > from) {
            sink.text(bytes, from, at);
            sink.wire(bytes, from, at);
            return at;
        }
        node = grammar.root();
        phase = Phase.PREFIX;
        return at;
    }

    private int prefix(byte[] bytes, int at) {
        Grammar.Node next = node.next(bytes[at]);
        if (next == null) {
            if (held == 0) {
                head[held++] = bytes[at];
                row = null;
                tell(0);
                return at + 1;
            }
            decide();
            return at;
        }
        head[held++] = bytes[at];
        node = next;
        if (node.leaf()) {
            decide();
        }
        return at + 1;
    }

    /// The prefix is whole: collect the rest of the head, if any is missing.
    private void decide() {
        if (node.row().kind() == CommandKind.DIALECT) {
            speakStar();
            if (!node.leaf()) {
                return;
            }
        }
        row = node.row();
        phase = Phase.HEAD;
        if (held >= row.shape().head()) {
            headComplete();
        }
    }

    /// The prefix belongs to Star line mode: it and all that follows is read by that table.
    private void speakStar() {
        grammar = Grammar.STAR;
        node = grammar.root();
        for (int i = 0; i < held; i++) {
            node = node.next(head[i]);
        }
    }

    private int head(byte[] bytes, int at) {
        head[held++] = bytes[at];
        if (held >= row.shape().head()) {
            headComplete();
        }
        return at + 1;
    }

    private void headComplete() {
        switch (row.shape()) {
            case Shape.Fixed fixed -> tell(0);
            case Shape.Counted counted -> {
                bodyLeft = Math.max(0, counted.length(head, 0) - held);
                tell(bodyLeft);
            }
            case Shape.Ascending ascending -> {
                left = ascending.limit();
                itemHeld = 0;
                tellOpen(Phase.ASCENDING);
            }
            case Shape.Terminated terminated -> {
                left = terminated.fields();
                tellOpen(Phase.TERMINATED);
            }
            case Shape.Items items -> {
                left = items.layout().items(head);
                itemHeld = 0;
                if (left == 0) {
                    tell(0);
                } else {
                    tellOpen(Phase.ITEM);
                }
            }
        }
    }

    private void tell(long body) {
        sink.command(row, head, 0, held, body);
        passHead();
        phase = body == 0 ? Phase.TEXT : Phase.BODY;
    }

    private void tellOpen(Phase next) {
        sink.command(row, head, 0, held, CommandSink.UNKNOWN);
        passHead();
        phase = next;
    }

    private void passHead() {
        if (held > gone) {
            sink.wire(head, gone, held);
        }
        held = 0;
        gone = 0;
    }

    private int body(byte[] bytes, int from, int to) {
        int at = (int) Math.min(to, from + bodyLeft);
        bodyLeft -= at - from;
        boolean inItem = row.shape() instanceof Shape.Items;
        sink.body(bytes, from, at);
        if (bodyLeft == 0) {
            if (inItem) {
                itemComplete();
            } else {
                finish();
            }
        }
        sink.wire(bytes, from, at);
        return at;
    }

    private int ascending(byte[] bytes, int at) {
        int value = bytes[at] & 0xFF;
        if (value != 0 && (value <= itemHeld || left == 0)) {
            finishBefore(bytes, at);
            return at;
        }
        itemHeld = value;
        left--;
        return passOne(bytes, at, value == 0);
    }

    private int terminated(byte[] bytes, int from, int to) {
        byte end = ((Shape.Terminated) row.shape()).end();
        int at = from;
        while (at < to && bytes[at] != end && (bytes[at] < 0 || bytes[at] >= 0x20)) {
            at++;
        }
        if (at > from) {
            sink.body(bytes, from, at);
            sink.wire(bytes, from, at);
        }
        if (at == to) {
            return at;
        }
        if (bytes[at] != end) {
            finishBefore(bytes, at);
            return at;
        }
        left--;
        return passOne(bytes, at, left == 0);
    }

    private int item(byte[] bytes, int at) {
        Shape.Items items = (Shape.Items) row.shape();
        item[itemHeld++] = bytes[at];
        boolean last = false;
        if (itemHeld == items.itemHead()) {
            bodyLeft = items.layout().body(head, item);
            itemHeld = 0;
            left--;
            last = bodyLeft == 0 && left == 0;
            phase = bodyLeft == 0 ? Phase.ITEM : Phase.BODY;
        }
        return passOne(bytes, at, last);
    }

    private void itemComplete() {
        phase = Phase.ITEM;
        if (left == 0) {
            finish();
        }
    }

    private int passOne(byte[] bytes, int at, boolean last) {
        sink.body(bytes, at, at + 1);
        if (last) {
            finish();
        }
        sink.wire(bytes, at, at + 1);
        return at + 1;
    }

    /// The byte at `at` is no part of the command: nothing is left to pass on after its end.
    private void finishBefore(byte[] bytes, int at) {
        finish();
        sink.wire(bytes, at, at);
    }

    private void finish() {
        phase = Phase.TEXT;
        sink.end();
    }
}
