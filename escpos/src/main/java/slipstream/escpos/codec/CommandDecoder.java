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
    private final CommandSink sink;
    private final Head head;
    private final BodyTeller teller;
    private final CountedBody counted;
    private final AscendingBody ascending;
    private final TerminatedBody terminated;
    private final ItemsBody items;
    private final LostBody lost;

    private Grammar grammar;
    /// Where in the table the prefix under way has led; null once it is whole.
    private Grammar.Node node;
    /// Whose head is under way, once its prefix is whole.
    private CommandRow row;
    /// What the command under way consists of from here on; null between commands and within a head.
    private Body body;

    /// A decoder at the beginning of a stream. A stream that turns out to be of another dialect, as Star line
    /// mode, is read by that dialect's table from there on.
    public CommandDecoder(Grammar grammar, CommandSink sink) {
        this.grammar = grammar;
        this.sink = sink;
        head = new Head(sink);
        teller = new BodyTeller(sink, this::bodyEnded);
        counted = new CountedBody(teller);
        ascending = new AscendingBody(teller);
        terminated = new TerminatedBody(teller);
        items = new ItemsBody(teller);
        lost = new LostBody(teller, head);
    }

    /// Decodes and passes on the next bytes.
    public void feed(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (body != null) {
                at = body.take(bytes, at, to);
            } else if (head.isEmpty()) {
                at = text(bytes, at, to);
            } else {
                at = head(bytes, at);
            }
        }
    }

    /// Lets a held head go, because the line is quiet or closed. The command is told all the same once it is
    /// complete, with [#headGone] set: nothing can be put before it any more.
    public void release() {
        head.release();
    }

    /// The dialect that the stream speaks, as far as it has told.
    public Grammar grammar() {
        return grammar;
    }

    /// How many bytes are held: fed, and not passed on.
    public int held() {
        return head.held();
    }

    /// Whether bytes of the command being told have already been passed on by [#release].
    public boolean headGone() {
        return head.partlyGone();
    }

    /// Whether the next byte begins a command or text.
    public boolean atBoundary() {
        return body == null && head.isEmpty();
    }

    private int text(byte[] bytes, int from, int to) {
        int at = grammar.text() ? Scan.control(bytes, from, to) : from;
        if (at > from) {
            sink.text(bytes, from, at);
            sink.wire(bytes, from, at);
            if (at == to) {
                return at;
            }
        }
        int end = wholeCommand(bytes, at, to);
        if (end == at) {
            node = grammar.root();
            return prefix(bytes, at);
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
        sink.command(whole, bytes, from, end, 0);
        sink.wire(bytes, from, end);
        return end;
    }

    private int head(byte[] bytes, int at) {
        if (node != null) {
            return prefix(bytes, at);
        }
        head.add(bytes[at]);
        collect();
        return at + 1;
    }

    private int prefix(byte[] bytes, int at) {
        Grammar.Node next = node.next(bytes[at]);
        if (next == null) {
            if (head.isEmpty()) {
                head.add(bytes[at]);
                row = null;
                tell(0, null);
                return at + 1;
            }
            decide();
            return at;
        }
        head.add(bytes[at]);
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
        node = null;
        collect();
    }

    /// The prefix belongs to another dialect: it and all that follows is read by that table. Returns whether the
    /// prefix is whole there, too.
    private boolean speak(String dialect) {
        grammar = Grammar.named(dialect);
        node = grammar.root();
        for (int i = 0; i < head.length(); i++) {
            Grammar.Node next = node.next(head.bytes()[i]);
            if (next == null) {
                return true;
            }
            node = next;
        }
        return node.leaf();
    }

    /// Tells the command once its head is whole, and what its body is.
    private void collect() {
        if (head.length() < row.shape().head()) {
            return;
        }
        switch (row.shape()) {
            case Shape.Fixed ignored -> tell(0, null);
            case Shape.Counted shape -> {
                if (shape.impossible(head.bytes(), 0)) {
                    tell(CommandSink.UNKNOWN, lost);
                } else {
                    long length = Math.max(0, shape.length(head.bytes(), 0) - head.length());
                    tell(length, length == 0 ? null : counted.of(length));
                }
            }
            case Shape.Ascending shape -> tell(CommandSink.UNKNOWN, ascending.of(shape));
            case Shape.Terminated shape -> tell(CommandSink.UNKNOWN, terminated.of(shape));
            case Shape.Items shape -> {
                int count = shape.layout().items(head.bytes());
                if (count == 0) {
                    tell(0, null);
                } else {
                    tell(CommandSink.UNKNOWN, items.of(shape, head, count));
                }
            }
        }
    }

    private void tell(long length, Body following) {
        sink.command(row, head.bytes(), 0, head.length(), length);
        head.pass();
        body = following;
        if (row != null && row.leadsTo() != null) {
            grammar = Grammar.named(row.leadsTo());
        }
        teller.begin(grammar);
    }

    /// An `ESC` that is held then begins the next command.
    private void bodyEnded() {
        body = null;
        node = head.isEmpty() ? null : grammar.root().next(LostBody.ESC);
    }
}
