package slipstream.device.bridge;

import slipstream.escpos.inject.BlockMeans;
import slipstream.escpos.inject.Claims;
import slipstream.escpos.inject.Injector;
import slipstream.escpos.inject.Output;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.state.PrinterState;

/// What stands between POS and printer: an [Injector], or what a test puts in its place.
interface Stage {
    /// Makes a stage for one stream.
    interface Maker {
        /// A stage that writes to `output` and asks `claims`.
        Stage make(Output output, Claims claims);
    }

    /// The next bytes.
    void feed(byte[] bytes, int from, int to);

    /// The line is silent within a command: the stage keeps nothing of it back any more.
    void releaseHead();

    /// The line is quiet.
    void quiet();

    /// The stream is over.
    void close();

    /// The number of the newest hold that waits, 0 when none does.
    long newestHold();

    /// Lets go of the holds up to that number.
    void release(long hold);

    /// How many bytes wait behind holds.
    int heldBytes();

    /// Makes injectors for printers of `profile`.
    ///
    /// @param slowLine whether a whole raster would take too long
    static Maker injectors(PrinterProfile profile, boolean slowLine) {
        return injectors(PrinterState.initial(profile), slowLine);
    }

    /// Makes injectors for a printer in the state `state`.
    ///
    /// @param slowLine whether a whole raster would take too long
    static Maker injectors(PrinterState state, boolean slowLine) {
        return (output, claims) -> of(new Injector(
                state, BlockMeans.of(state.profile(), slowLine), Injector.RealTime.OVERTAKES, output, claims));
    }

    /// Makes stages that copy.
    static Maker copying() {
        return (output, claims) -> new Stage() {
            @Override
            public void feed(byte[] bytes, int from, int to) {
                output.write(bytes, from, to);
            }

            @Override
            public void releaseHead() {}

            @Override
            public void quiet() {}

            @Override
            public void close() {}

            @Override
            public long newestHold() {
                return 0;
            }

            @Override
            public void release(long hold) {}

            @Override
            public int heldBytes() {
                return 0;
            }
        };
    }

    private static Stage of(Injector injector) {
        return new Stage() {
            @Override
            public void feed(byte[] bytes, int from, int to) {
                injector.feed(bytes, from, to);
            }

            @Override
            public void releaseHead() {
                injector.releaseHead();
            }

            @Override
            public void quiet() {
                injector.quiet();
            }

            @Override
            public void close() {
                injector.close();
            }

            @Override
            public long newestHold() {
                return injector.newestHold();
            }

            @Override
            public void release(long hold) {
                injector.release(hold);
            }

            @Override
            public int heldBytes() {
                return injector.heldBytes();
            }
        };
    }
}
