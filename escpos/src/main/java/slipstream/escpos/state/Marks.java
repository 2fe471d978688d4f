package slipstream.escpos.state;

import slipstream.escpos.command.Command;
import slipstream.escpos.command.Mark;
import slipstream.escpos.profile.Quirk;
import slipstream.escpos.state.Modes.Mode;

/// What each mark does to the state.
final class Marks {
    private static final int VERTICAL_RULES = 51;

    /// A macro's effect on the state does not change after so many runs.
    private static final int MOST_RUNS = 3;

    private Marks() {}

    static PrinterState after(PrinterState state, Mark mark) {
        return switch (mark) {
            case Mark.LineFeed ignored -> fed(state, mark);
            case Mark.Feed ignored -> fed(state, mark);
            case Mark.FeedLines ignored -> fed(state, mark);
            case Mark.CarriageReturn ignored -> state;
            case Mark.FormFeed ignored ->
                Settings.standardMode(state, state.page()).withLineEmpty(true);
            case Mark.PrintPage ignored -> state;
            case Mark.Tab ignored -> state.withLineEmpty(false);
            case Mark.MoveTo move -> move.units() == 0 ? state : state.withLineEmpty(false);
            case Mark.MoveBy move -> move.units() == 0 ? state : state.withLineEmpty(false);
            case Mark.PageMove move -> pageMove(state, move);
            case Mark.LineStart ignored -> state.withLineEmpty(true);
            case Mark.ColumnImage ignored -> state.withLineEmpty(false);
            case Mark.Raster ignored -> Settings.abandonMacro(state.withLineEmpty(true));
            case Mark.Row ignored -> state;
            case Mark.RasterEnd ignored -> state;
            case Mark.PrintGraphics ignored -> state.withLineEmpty(true);
            case Mark.PrintImage ignored -> state.withLineEmpty(true);
            case Mark.PrintNvImage ignored -> state.withLineEmpty(true);
            case Mark.PrintKeyedGraphics ignored -> state.withLineEmpty(true);
            case Mark.Barcode barcode -> barcode(state, barcode);
            case Mark.PrintSymbol ignored -> state.withLineEmpty(true);
            case Mark.Drawing drawing -> drawing(state, drawing);
        };
    }

    /// A page's lines go down from where `GS $` and `GS \` have put them; one that the area's edge wraps is not
    /// counted, as nothing here knows its length.
    private static PrinterState fed(PrinterState state, Mark mark) {
        PrinterState next = state.withLineEmpty(true);
        return state.page() ? pageMoved(next, state.pageSettings().position() + state.feedDots(mark)) : next;
    }

    private static PrinterState pageMove(PrinterState state, Mark.PageMove move) {
        int from = move.relative() ? state.pageSettings().position() : 0;
        return state.page() ? pageMoved(state, from + state.dotsAcross(move.units())) : state;
    }

    private static PrinterState pageMoved(PrinterState state, int dots) {
        return dots < 0 ? state : state.with(state.pageSettings().withPosition(dots));
    }

    private static PrinterState barcode(PrinterState state, Mark.Barcode barcode) {
        PrinterState next = state.withLineEmpty(true);
        boolean resets = barcode.older() && state.profile().has(Quirk.RESETS_BARCODE_SETTINGS);
        return resets ? next.with(BarcodeStyle.DEFAULT) : next;
    }

    /// A drawing leaves the position where a line begins.
    private static PrinterState drawing(PrinterState state, Mark.Drawing drawing) {
        return switch (drawing.row().mnemonic()) {
            case "GS ^" -> macro(state, drawing.head().at(2));
            case "GS ( Q" ->
                drawing.body().length() > 0 && drawing.body().at(0) == VERTICAL_RULES
                        ? state.with(Mode.RULES, true)
                        : state.withLineEmpty(true);
            default -> state.withLineEmpty(true);
        };
    }

    /// Executing a macro while it is being defined gives the definition up. A macro that is not known may do
    /// anything.
    private static PrinterState macro(PrinterState state, int times) {
        if (state.macro()) {
            return Settings.abandonMacro(state);
        }
        if (!state.knows(Fact.MACRO_BODY)) {
            return state.with(new Doubts(Fact.ALL));
        }
        PrinterState next = state;
        for (int run = 0; run < Math.min(times, MOST_RUNS); run++) {
            for (Command command : state.macroBody().body()) {
                boolean nested = command instanceof Mark.Drawing drawing
                        && drawing.row().mnemonic().equals("GS ^");
                next = nested ? next : next.after(command);
            }
        }
        return next;
    }
}
