package slipstream.escpos.inject;

import java.util.List;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.CommandKind;
import slipstream.escpos.command.CommandRow;
import slipstream.escpos.command.Cut;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.command.Mark;
import slipstream.escpos.command.Setting;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.receipt.ReceiptListener;
import slipstream.escpos.receipt.ReceiptReader;
import slipstream.escpos.state.Fact;
import slipstream.escpos.state.PrinterState;

/// Passes a stream on to the printer and puts a claim block at the end of the receipts that earn one.
///
/// ```
/// fed     … 合计 12.80 LF │ LF LF LF GS V 0
///                         └ the slot: held from here, for the answer or the end of the budget
/// passed  … 合计 12.80 LF [block] LF LF LF GS V 0
/// ```
///
/// A slot opens once a line or a drawing is complete, and is gone with the next ink: only what moves paper or
/// changes settings, and the cut, ever wait. The injector keeps no time: whoever feeds it lets go of the holds
/// that grow too old, with [#release].
///
/// One thread at a time; [Hold]s may be decided from another thread under the same lock.
public final class Injector {
    /// What waits for a cut is a feed and some settings; a sender that goes on for longer is not at its end.
    private static final int LONGEST_TAIL = 512;

    /// Symbols' data and the like; larger bodies are images, which need not be kept.
    private static final int BODY_LIMIT = 8192;

    /// What real-time commands do while something waits.
    public enum RealTime {
        /// They pass at once, as a printer would obey them at once: for a line with a sender who waits.
        OVERTAKES,
        /// They keep their place: for a file.
        IN_ORDER
    }

    private final BlockMeans means;
    private final RealTime realTimeOrder;
    private final Claims claims;
    private final CommandSink onlooker;
    private final Outgoing outgoing;
    private final CommandReader reader = new CommandReader(BODY_LIMIT, this::carriedOut);
    private final CommandDecoder decoder;
    private final ReceiptReader receipts;

    private Outgoing.Slot tail;
    private PrinterState tailState;
    private int tailBehindDots;
    private int tailFeedDots;
    private int behindDots;
    private boolean inked;
    private boolean stripsMayFollow;
    private boolean openAfterWire;
    private boolean realTime;
    private Cut cut;

    /// An injector at the beginning of a stream to a printer as it is after power-on.
    public Injector(PrinterProfile profile, RealTime order, Output output, Claims claims) {
        this(PrinterState.initial(profile), order, output, claims);
    }

    /// An injector at the beginning of a stream to a printer in the state `initial`.
    ///
    /// [PrinterState#unknown] is for a stream that is joined in the middle, or a printer that other senders reach
    /// too: no block is printed until `ESC @` has settled the state. A bridge takes [PrinterState#initial] for each
    /// connection, as POS software opens a connection a job and leaves the printer as its next job needs it; a
    /// sender that never says `ESC @` would get no block otherwise.
    public Injector(PrinterState initial, RealTime order, Output output, Claims claims) {
        this(initial, BlockMeans.of(initial.profile(), false), order, output, claims);
    }

    /// As above, with a choice of how blocks are drawn.
    public Injector(PrinterState initial, BlockMeans means, RealTime order, Output output, Claims claims) {
        this.means = means;
        decoder = new CommandDecoder(Grammar.named(initial.profile().dialect()), new Watcher());
        realTimeOrder = order;
        this.claims = claims;
        onlooker = claims.onlooker();
        outgoing = new Outgoing(output);
        receipts = new ReceiptReader(initial, new ReceiptListener() {
            @Override
            public void printed(List<Element> soFar) {
                claims.printed(soFar);
            }

            @Override
            public void ended(Receipt receipt) {
                receiptEnded(receipt);
            }
        });
    }

    /// Takes the next bytes of the stream.
    public void feed(byte[] bytes, int from, int to) {
        decoder.feed(bytes, from, to);
    }

    /// The line has been silent within a command: what came of it goes on, behind whatever waits.
    public void releaseHead() {
        decoder.release();
    }

    /// The line has been quiet for as long as ends a receipt. Between the strips of an image it ends none: until
    /// something else was printed, or paper fed, the sender may go on with the image.
    public void quiet() {
        if (!stripsMayFollow) {
            endWithoutCut(Receipt.Ending.QUIET);
        }
    }

    /// The stream is over: its last receipt ends, and a broken-off command goes out as it came.
    public void close() {
        endWithoutCut(Receipt.Ending.END_OF_STREAM);
    }

    /// The number of the newest hold that waits for a decision, 0 when there is none. Numbers rise.
    public long newestHold() {
        return outgoing.newestOpen();
    }

    /// Lets go of the holds up to number `hold`: nothing more is printed at their places.
    public void release(long hold) {
        if (tail != null && tail.number <= hold) {
            tail = null;
        }
        outgoing.release(hold);
    }

    /// How many bytes wait behind holds.
    public int heldBytes() {
        return outgoing.held();
    }

    private void endWithoutCut(Receipt.Ending ending) {
        reader.flush();
        boolean boundary = decoder.atBoundary();
        decoder.release();
        cut = null;
        if (receipts.prints() && boundary && tail == null && blockMayEnd(ending)) {
            openTail();
        }
        receipts.end(ending);
        dropTail();
    }

    private void carriedOut(Command command, long offset) {
        if (command instanceof Cut here) {
            cut = here;
            if (tail == null && receipts.prints() && blockMayStandBefore(here)) {
                openTail();
            }
        } else if (command instanceof Mark mark) {
            int feed = receipts.state().feedDots(mark);
            boolean printsStrip = !receipts.state().lineEmpty();
            stripsMayFollow = isImage(mark) || stripsMayFollow && !draws(mark) && (printsStrip || feed == 0);
            behindDots = Math.max(0, behindDots - feed);
            if (draws(mark)) {
                ink();
            } else if (feed < 0) {
                dropTail();
            } else if (tail != null) {
                tailFeedDots += feed;
            }
        }
        stripsMayFollow &= !(command instanceof Cut || command instanceof Setting.Initialize);
        receipts.accept(command, offset);
        if (command instanceof Command.RealTime && !receipts.state().knows(Fact.LINE)) {
            dropTail();
        }
        openAfterWire =
                tail == null && inked && receipts.prints() && receipts.state().blockMayFollow();
        if (command instanceof Cut) {
            dropTail();
            inked = false;
            behindDots = 0;
        }
    }

    /// At a file's end its last line counts as printed, though no line feed follows; on a line to a printer the
    /// sender may yet go on with it.
    private boolean blockMayEnd(Receipt.Ending ending) {
        boolean lastLine = ending == Receipt.Ending.END_OF_STREAM && realTimeOrder == RealTime.IN_ORDER;
        return (lastLine ? receipts.state().withLineEmpty(true) : receipts.state()).blockMayFollow();
    }

    /// A line that is still in the buffer is printed by the block's own line feed, as the cut would print it.
    private boolean blockMayStandBefore(Cut here) {
        PrinterState state = receipts.state();
        return state.withLineEmpty(true).blockMayFollow() && here.taken(state.lineEmpty()) && !decoder.headGone();
    }

    private static boolean isImage(Mark mark) {
        return switch (mark) {
            case Mark.Raster ignored -> true;
            case Mark.ColumnImage ignored -> true;
            case Mark.PrintGraphics ignored -> true;
            case Mark.PrintImage ignored -> true;
            default -> false;
        };
    }

    private static boolean draws(Mark mark) {
        return switch (mark) {
            case Mark.LineFeed ignored -> false;
            case Mark.CarriageReturn ignored -> false;
            case Mark.FormFeed ignored -> false;
            case Mark.Feed ignored -> false;
            case Mark.FeedLines ignored -> false;
            default -> true;
        };
    }

    private void ink() {
        inked = true;
        dropTail();
    }

    private void openTail() {
        tail = outgoing.open();
        tailState = receipts.state();
        tailBehindDots = behindDots;
        tailFeedDots = 0;
        inked = false;
    }

    /// Nothing is decided at the tail: what waits goes.
    private void dropTail() {
        if (tail != null) {
            Outgoing.Slot slot = tail;
            tail = null;
            slot.cancel();
        }
    }

    private void receiptEnded(Receipt receipt) {
        if (tail == null) {
            claims.ended(receipt, new NoHold());
            return;
        }
        Cut end = receipt.ending() == Receipt.Ending.CUT ? cut : null;
        var hold = new SlotHold(tail, receipt, tailState, tailBehindDots, tailFeedDots, end);
        tail = null;
        claims.ended(receipt, hold);
    }

    /// The end of a receipt at which nothing can be printed.
    private static final class NoHold implements Hold {
        @Override
        public boolean open() {
            return false;
        }

        @Override
        public boolean print(String url, List<String> caption) {
            return false;
        }

        @Override
        public void plain() {}
    }

    private final class SlotHold implements Hold {
        private final Outgoing.Slot slot;
        private final Receipt receipt;
        private final PrinterState state;
        private final int behind;
        private final int fedDots;
        private final Cut end;

        SlotHold(Outgoing.Slot slot, Receipt receipt, PrinterState state, int behind, int fedDots, Cut end) {
            this.slot = slot;
            this.receipt = receipt;
            this.state = state;
            this.behind = behind;
            this.fedDots = fedDots;
            this.end = end;
        }

        @Override
        public boolean open() {
            return slot.open();
        }

        @Override
        public boolean print(String url, List<String> caption) {
            if (!slot.open()) {
                return false;
            }
            boolean star = decoder.grammar() == Grammar.STAR;
            return switch (new ClaimBlock(state, means, star, behind, missingFeed()).draw(url, caption)) {
                case Drawn.Refused refused -> {
                    claims.skipped(receipt.number(), refused.why());
                    slot.cancel();
                    yield false;
                }
                case Drawn.Bytes block -> {
                    int length = block.bytes().length;
                    slot.fill(
                            block.bytes(),
                            () -> claims.inserted(
                                    new Insertion(receipt.number(), outgoing.written(), length, placement())));
                    yield true;
                }
            };
        }

        @Override
        public void plain() {
            if (slot.open()) {
                slot.cancel();
            }
        }

        /// What the sender's own feed lacks of the way to the blade or the tear bar, in dots.
        private int missingFeed() {
            boolean feedsItself = end != null && end.form() != Cut.Form.HERE;
            return feedsItself ? 0 : Math.max(0, state.profile().bladeDistanceDots() - fedDots);
        }

        private Placement placement() {
            if (fedDots > 0) {
                return Placement.BEFORE_FEED;
            }
            return end == null ? Placement.AT_END : Placement.BEFORE_CUT;
        }
    }

    /// Watches what the decoder tells before it is passed on.
    private final class Watcher implements CommandSink {
        @Override
        public void text(byte[] bytes, int from, int to) {
            ink();
            stripsMayFollow = false;
            onlooker.text(bytes, from, to);
            reader.text(bytes, from, to);
        }

        @Override
        public void command(CommandRow row, byte[] bytes, int from, int to, long body) {
            CommandKind kind = row == null ? CommandKind.NOTHING : row.kind();
            realTime = kind == CommandKind.REALTIME && overtakes();
            switch (kind) {
                case INK, POSITION, PAGE -> ink();
                case MODE, QUERY -> dropTail();
                default -> {}
            }
            onlooker.command(row, bytes, from, to, body);
            reader.command(row, bytes, from, to, body);
        }

        /// A command whose beginning has already gone, and may stand behind a hold, must stay in one piece.
        private boolean overtakes() {
            return realTimeOrder == RealTime.OVERTAKES && !decoder.headGone();
        }

        @Override
        public void body(byte[] bytes, int from, int to) {
            onlooker.body(bytes, from, to);
            reader.body(bytes, from, to);
        }

        @Override
        public void end() {
            onlooker.end();
            reader.end();
        }

        @Override
        public void wire(byte[] bytes, int from, int to) {
            if (realTime) {
                realTime = false;
                outgoing.urgent(bytes, from, to);
                return;
            }
            outgoing.pass(bytes, from, to);
            if (openAfterWire) {
                openAfterWire = false;
                openTail();
            } else if (tail != null && tail.bytesBehind() > LONGEST_TAIL) {
                dropTail();
            }
        }
    }
}
