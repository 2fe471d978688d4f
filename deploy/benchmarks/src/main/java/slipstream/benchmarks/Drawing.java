package slipstream.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.render.Bitmap;
import slipstream.escpos.render.ReceiptRenderer;
import slipstream.escpos.render.TextRenderer;

/// What it costs to draw one receipt.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Drawing {
    /// Which receipt; a [Job].
    @Param({"TEXT", "MIXED", "RASTER"})
    public String job;

    private byte[] receipt;

    /// Makes the receipt.
    @Setup
    public void prepare() {
        receipt = Job.valueOf(job).receipt();
    }

    /// As dots.
    @Benchmark
    public List<Bitmap> dots() throws IOException {
        return ReceiptRenderer.render(new ByteArrayInputStream(receipt), PrinterProfile.GENERIC_80MM);
    }

    /// As text.
    @Benchmark
    public List<String> text() throws IOException {
        return TextRenderer.render(new ByteArrayInputStream(receipt), PrinterProfile.GENERIC_80MM);
    }
}
