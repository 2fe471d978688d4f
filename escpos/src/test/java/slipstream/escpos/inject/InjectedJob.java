package slipstream.escpos.inject;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.state.PrinterState;

/// A file whose receipts all got their blocks, as far as there was room.
final class InjectedJob implements Claims {
    static final String URL = "HTTPS://SLIP.EXAMPLE/C/0123456789ABCDEFGHJK";
    static final List<String> CAPTION = List.of("微信扫一扫，领取优惠券", "Scan for your coupon");

    final List<Insertion> insertions = new ArrayList<>();
    final List<String> skipped = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    InjectedJob(byte[] job, PrinterProfile profile, BlockMeans means) {
        var injector = new Injector(
                PrinterState.initial(profile),
                means,
                Injector.RealTime.IN_ORDER,
                (bytes, from, to) -> out.write(bytes, from, to - from),
                this);
        injector.feed(job, 0, job.length);
        injector.close();
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /// The bytes of a block.
    byte[] block(int index) {
        Insertion block = insertions.get(index);
        var bytes = new ByteArrayOutputStream();
        bytes.write(bytes(), (int) block.outputOffset(), block.length());
        return bytes.toByteArray();
    }

    @Override
    public void ended(Receipt receipt, Hold hold) {
        hold.print(URL, CAPTION);
    }

    @Override
    public void inserted(Insertion insertion) {
        insertions.add(insertion);
    }

    @Override
    public void skipped(int receipt, String why) {
        skipped.add(why);
    }
}
