package slipstream.escpos.inject;

import java.util.List;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Cut;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.command.Mark;
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
    private final Outgoing outgoing;
    private final Tail tail;
    private final Place place = new Place();
    private final Paper paper = new Paper();
    private final CommandReader reader = new CommandReader(BODY_LIMIT, this::carriedOut);
    private final CommandDecoder decoder;
    private final ReceiptReader receipts;
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
        this.claims = claims;
        realTimeOrder = order;
        outgoing = new Outgoing(output);
        tail = new Tail(outgoing);
        var passage = new Passage(
                claims.onlooker()
                        .map(onlooker -> CommandSink.both(onlooker, reader))
                        .orElse(reader),
                outgoing,
                tail,
                place,
                this::overtakes);
        decoder = new CommandDecoder(Grammar.named(initial.profile().dialect()), passage);
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

    /// The line has been quiet for as long as ends a receipt; between the strips of an image it ends none.
    public void quiet() {
        if (!place.imageMayGoOn()) {
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
        tail.released(hold);
        outgoing.release(hold);
    }

    /// How many bytes wait behind holds.
    public int heldBytes() {
        return outgoing.held();
    }

    /// A command whose beginning has already gone, and may stand behind a hold, must stay in one piece.
    private boolean overtakes() {
        return realTimeOrder == RealTime.OVERTAKES && !decoder.headGone();
    }

    private void carriedOut(Command command, long offset) {
        PrinterState before = receipts.state();
        int feedDots = 0;
        if (command instanceof Cut here) {
            cut = here;
            openBefore(here);
        } else if (command instanceof Mark mark) {
            feedDots = paper.feedDots(before, mark);
            moved(mark, feedDots);
        }
        receipts.accept(command, offset);
        PrinterState after = receipts.state();
        place.carriedOut(command, before, after);
        paper.carriedOut(command, feedDots);
        if (command instanceof Cut || command instanceof Command.RealTime && !after.knows(Fact.LINE)) {
            tail.drop();
        }
        boolean opens = !tail.isOpen() && receipts.prints() && place.behindInk(after);
        tail.opensNext(opens ? this::openSite : null);
    }

    private void moved(Mark mark, int feedDots) {
        if (Paper.feeds(mark)) {
            tail.fed(feedDots);
        } else {
            place.ink();
            tail.drop();
        }
    }

    private void openBefore(Cut here) {
        boolean told = !decoder.headGone() && receipts.prints();
        if (!tail.isOpen() && told && place.before(here, receipts.state())) {
            tail.open(openSite());
        }
    }

    /// On a line to a printer its sender may yet go on with the last line; a file is all there is.
    private void endWithoutCut(Receipt.Ending ending) {
        reader.flush();
        boolean boundary = decoder.atBoundary();
        decoder.release();
        cut = null;
        boolean file = ending == Receipt.Ending.END_OF_STREAM && realTimeOrder == RealTime.IN_ORDER;
        if (receipts.prints() && boundary && !tail.isOpen() && place.atEnd(receipts.state(), file)) {
            tail.open(openSite());
        }
        receipts.end(ending);
        tail.drop();
    }

    private Site openSite() {
        place.taken();
        PrinterState state = receipts.state();
        return new Site(place.standing(state), paper.behindDots(), paper.swallowsLineFeed(state));
    }

    private void receiptEnded(Receipt receipt) {
        claims.ended(receipt, tail.isOpen() ? hold(receipt) : closed(receipt));
    }

    private Hold hold(Receipt receipt) {
        Cut end = receipt.ending() == Receipt.Ending.CUT ? cut : null;
        boolean star = decoder.grammar().dialect() == Grammar.STAR;
        return new SlotHold(receipt, tail.end(), end, means, star, outgoing, claims);
    }

    private Hold closed(Receipt receipt) {
        return new ClosedHold(receipt, place.whyNot(receipts.state()), claims);
    }
}
