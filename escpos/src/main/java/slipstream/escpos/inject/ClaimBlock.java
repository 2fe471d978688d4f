package slipstream.escpos.inject;

import java.util.List;
import java.util.function.Predicate;
import slipstream.escpos.profile.Quirk;
import slipstream.escpos.state.Fact;
import slipstream.escpos.state.PrinterState;

/// The bytes of a claim block: on a slow line a [CentredBlock], if its settings can be put back; else, and everywhere
/// else, a [RasterBlock].
///
/// Where the sender's area is too narrow for a symbol, or print is upside-down, the block changes that and puts
/// it back; where either is not known it leaves them alone, draws over the whole line and keeps the symbol away
/// from its edges. No block holds the bytes that printers obey in the middle of an image, `10 04`, `10 05`, `10 06`,
/// `10 14`: where one would, the symbol takes another mask or moves by some dots. No raster goes out that our own
/// reader cannot read.
///
/// @param site where it is to stand
/// @param means what printer and line leave to choose from
/// @param star whether the printer speaks Star line mode
/// @param feedDots paper to feed after the block
record ClaimBlock(Site site, BlockMeans means, boolean star, int feedDots) {
    /// White between the receipt and the block.
    static final int GAP_DOTS = 16;

    private static final int MASKS = 8;
    private static final int SHIFTS = 8;

    /// The block's bytes, or why there are none.
    Drawn draw(String url, List<String> captions) {
        if (means.rasterRows() == 0) {
            return new Drawn.Refused("The printer draws no raster images.");
        }
        byte[] small = means.slowLine() && !star ? centred(url, captions) : null;
        return small == null ? raster(url, captions) : new Drawn.Bytes(small);
    }

    private byte[] centred(String url, List<String> captions) {
        var drawing = new CentredBlock(site.state().withLineEmpty(true), captions);
        if (!drawing.possible()) {
            return null;
        }
        byte[] block = means.nativeQr() ? framed(writer -> drawing.writeNative(writer, url)) : null;
        for (int mask = 0; block == null && mask < MASKS; mask++) {
            int tried = mask;
            block = framed(writer -> drawing.writeDoubled(writer, url, tried));
        }
        return block;
    }

    private Drawn raster(String url, List<String> captions) {
        PrinterState state = site.state();
        PrintArea area = PrintArea.of(state, star, QrSymbol.of(url, 0).getWidth());
        if (area == null) {
            return new Drawn.Refused("The print area of " + state.areaDots() + " dots is too narrow for the symbol.");
        }
        var drawing = new RasterBlock(area, state.profile().dpi(), captions);
        for (int attempt = 0; attempt < MASKS * SHIFTS; attempt++) {
            byte[] rows = drawing.rows(QrSymbol.of(url, attempt % MASKS), attempt / MASKS);
            if (rows.length / area.bytes() > means.rasterRows() && !state.knows(Fact.UPSIDE_DOWN)) {
                return new Drawn.Refused("A symbol in strips could come out upside-down.");
            }
            byte[] block = framed(writer -> {
                area.set(writer);
                writer.raster(rows, area.bytes());
                area.restore(writer);
                return true;
            });
            if (block != null && QrSymbol.scans(rows, area.bytes(), url)) {
                return new Drawn.Bytes(block);
            }
        }
        return new Drawn.Refused(
                "Every form of the symbol holds bytes that printers obey within an image, or does not scan.");
    }

    /// What is drawn, with what must come before and after it; null where it is not drawn, or may not be sent.
    private byte[] framed(Predicate<BlockWriter> drawing) {
        var block = new BlockWriter(site.state(), star, means.rasterRows());
        if (!site.state().lineEmpty()) {
            block.lineFeed();
        }
        block.feed(site.behindDots());
        block.upsideDown(0);
        if (!drawing.test(block)) {
            return null;
        }
        block.upsideDown(1);
        block.feed(feedDots);
        swallowed(block);
        return RealTimeBytes.in(block.bytes()) ? null : block.bytes();
    }

    /// A printer that swallows the line feed after a raster is to swallow the sender's next one if it would have
    /// without the block, and only then.
    private void swallowed(BlockWriter block) {
        boolean quirk = site.state().profile().has(Quirk.SWALLOWS_LF_AFTER_RASTER);
        if (quirk && block.endsInRaster() && !site.swallowsLineFeed()) {
            block.lineFeed();
        } else if (quirk && !block.endsInRaster() && site.swallowsLineFeed()) {
            block.white(1);
        }
    }
}
