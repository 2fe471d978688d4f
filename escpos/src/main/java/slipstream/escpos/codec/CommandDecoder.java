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
/// they come, whatever length they declare. A declared length that no printer can mean, as junk makes them, is
/// not believed: what follows is a body up to the next `ESC @`. Never throws on input. Not safe for use by two threads
/// at once.
public final class CommandDecoder {
    private enum Phase {
        TEXT,
        PREFIX,
        HEAD,
        BODY,
        ASCENDING,
        TERMINATED,
        ITEM,
        LOST
    }

    private static final byte ESC = 0x1B;

    private Grammar grammar;
    private final CommandSink sink;
    private final RealTimeScanner realTime;

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

    /// A decoder at the beginning of a stream. A stream that turns out to be of another dialect, as Star line
    /// mode, is read by that dialect's table from there on.
    public CommandDecoder(Grammar grammar, CommandSink sink) {
        this.grammar = grammar;
        this.sink = sink;
        realTime = new RealTimeScanner(sink);
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
                case LOST -> lost(bytes, at, to);
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
        while (at < to && (bytes[at] < 0 || bytes[at] >= 0x20) && grammar.text()) {
            at++;
        }
        if (at > from) {
            sink.text(bytes, from, at);
            sink.wire(bytes, from, at);
            return at;
        }
        int end = wholeCommand(bytes, from, to);
        if (end == from) {
            node = grammar.root();
            phase = Phase.PREFIX;
        }
        return end;
    }

    /// Most commands are short and come in one piece: those are told from where they lie. Returns where the
    /// command ends, or `from` when it is not of this kind.
    private int wholeCommand(byte[] bytes, int from, int to) {
        Grammar.Node last = grammar.root();
        for (int at = from; !last.leaf(); at++) {
            if (at == to) {
                return from;
            }
            Grammar.Node next = last.next(bytes[at]);
            if (next == null) {
                break;
            }
            last = next;
        }
        CommandRow whole = last.row();
        if (whole == null || whole.leadsTo() != null || !(whole.shape() instanceof Shape.Fixed fixed)) {
            return from;
        }
        int end = from + fixed.length();
        if (end > to) {
            return from;
        }
        row = whole;
        sink.command(whole, bytes, from, end, 0);
        sink.wire(bytes, from, end);
        return end;
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
        if (node.row().kind() == CommandKind.DIALECT && !speak(node.row().leadsTo())) {
            return;
        }
        row = node.row();
        phase = Phase.HEAD;
        if (held >= row.shape().head()) {
            headComplete();
        }
    }

    /// The prefix belongs to another dialect: it and all that follows is read by that table. Returns whether the
    /// prefix is whole there, too.
    private boolean speak(String dialect) {
        grammar = Grammar.named(dialect);
        node = grammar.root();
        for (int i = 0; i < held; i++) {
            Grammar.Node next = node.next(head[i]);
            if (next == null) {
                return true;
            }
            node = next;
        }
        return node.leaf();
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
                if (counted.impossible(head, 0)) {
                    tellOpen(Phase.LOST);
                } else {
                    bodyLeft = Math.max(0, counted.length(head, 0) - held);
                    tell(bodyLeft);
                }
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
        if (row != null && row.leadsTo() != null) {
            grammar = Grammar.named(row.leadsTo());
        }
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
        realTime.reset();
    }

    private int body(byte[] bytes, int from, int to) {
        int at = (int) Math.min(to, from + bodyLeft);
        bodyLeft -= at - from;
        boolean inItem = row.shape() instanceof Shape.Items;
        tellBody(bytes, from, at);
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

    private void tellBody(byte[] bytes, int from, int to) {
        sink.body(bytes, from, to);
        realTime.scan(grammar, bytes, from, to);
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
        if (items.layout().stops(item, itemHeld)) {
            last = true;
        } else if (itemHeld == items.itemHead()) {
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

    /// Where a command ends is not known; it is not where an `ESC @` stands.
    private int lost(byte[] bytes, int from, int to) {
        if (held > 0) {
            if (bytes[from] == '@') {
                finish();
                node = grammar.root().next(ESC);
                phase = Phase.PREFIX;
                return from;
            }
            tellBody(head, 0, 1);
            release();
            held = 0;
            gone = 0;
        }
        int at = from;
        while (at < to && bytes[at] != ESC) {
            at++;
        }
        if (at > from) {
            tellBody(bytes, from, at);
            sink.wire(bytes, from, at);
        }
        if (at < to) {
            head[held++] = ESC;
            at++;
        }
        return at;
    }

    private int passOne(byte[] bytes, int at, boolean last) {
        tellBody(bytes, at, at + 1);
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
