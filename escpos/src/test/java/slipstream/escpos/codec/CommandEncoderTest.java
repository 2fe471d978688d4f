package slipstream.escpos.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slipstream.escpos.command.Bytes;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Cut;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.command.Mark;
import slipstream.escpos.command.Setting;
import slipstream.escpos.command.Text;

class CommandEncoderTest {
    private static final int ROUNDS = 100;

    /// What only Star's printers are told, in an order of their own.
    private static final Set<Class<?>> STAR =
            Set.of(Setting.RasterMode.class, Setting.RasterCut.class, Mark.Row.class, Mark.RasterEnd.class);

    /// How to make values that are not just bytes and yes or no.
    private static final Map<Class<?>, Function<Random, Command>> MADE = Map.ofEntries(
            made(Mark.Feed.class, random -> new Mark.Feed(random.nextInt(511) - 255)),
            made(Mark.FeedLines.class, random -> new Mark.FeedLines(random.nextInt(511) - 255)),
            made(Mark.MoveTo.class, random -> new Mark.MoveTo(random.nextInt(65536))),
            made(Mark.MoveBy.class, random -> new Mark.MoveBy((short) random.nextInt(65536))),
            made(Mark.PageMove.class, random -> {
                boolean relative = random.nextBoolean();
                int units = random.nextInt(65536);
                return new Mark.PageMove(relative, relative ? (short) units : units);
            }),
            made(Mark.LineStart.class, random -> new Mark.LineStart(random.nextInt(2))),
            made(Mark.PrintImage.class, random -> new Mark.PrintImage(random.nextInt(4))),
            made(Mark.PrintNvImage.class, random -> new Mark.PrintNvImage(random.nextInt(256), random.nextInt(4))),
            made(Mark.ColumnImage.class, random -> {
                int mode = List.of(0, 1, 32, 33).get(random.nextInt(4));
                int columns = random.nextInt(600);
                return new Mark.ColumnImage(mode, columns, data(random, columns * (mode < 32 ? 1 : 3)));
            }),
            made(Mark.Raster.class, random -> {
                int width = random.nextInt(73);
                int rows = random.nextInt(300);
                return new Mark.Raster(
                        1 + random.nextInt(2), 1 + random.nextInt(2), width, rows, data(random, width * rows));
            }),
            made(Mark.Barcode.class, random -> {
                int system = random.nextInt(14);
                int length = switch (system) {
                    case 0 -> 11;
                    case 1 -> 6;
                    case 2, 10, 11, 12 -> 13;
                    case 3 -> 8;
                    default -> 2 + random.nextInt(254);
                };
                return new Mark.Barcode(system, data(random, length));
            }),
            made(
                    Setting.TabStops.class,
                    random -> new Setting.TabStops(random.ints(random.nextInt(33), 1, 256)
                            .distinct()
                            .sorted()
                            .boxed()
                            .toList())),
            // what follows an even one is for the display
            made(Setting.Peripheral.class, random -> new Setting.Peripheral(random.nextInt(256) | 1)),
            made(Setting.LeftMargin.class, random -> new Setting.LeftMargin(random.nextInt(65536))),
            made(Setting.PrintAreaWidth.class, random -> new Setting.PrintAreaWidth(random.nextInt(65536))),
            made(
                    Setting.PageArea.class,
                    random -> new Setting.PageArea(
                            random.nextInt(65536),
                            random.nextInt(65536),
                            random.nextInt(65536),
                            random.nextInt(65536))),
            made(Setting.DefineCharacters.class, random -> {
                byte[] definition = new byte[3 + 1 + 36];
                random.nextBytes(definition);
                definition[0] = 3;
                definition[1] = definition[2] = (byte) (0x20 + random.nextInt(90));
                definition[3] = 12;
                return new Setting.DefineCharacters(Bytes.copy(definition));
            }),
            made(Setting.DefineNvImages.class, random -> {
                byte[] definition = new byte[1 + 4 + 16];
                random.nextBytes(definition);
                System.arraycopy(new byte[] {1, 2, 0, 1, 0}, 0, definition, 0, 5);
                return new Setting.DefineNvImages(Bytes.copy(definition));
            }),
            made(Setting.DefineImage.class, random -> {
                int x = 1 + random.nextInt(48);
                int y = 1 + random.nextInt(48);
                return new Setting.DefineImage(x, y, data(random, 8 * x * y));
            }),
            made(
                    Setting.SymbolSetting.class,
                    random ->
                            new Setting.SymbolSetting(48 + random.nextInt(7), 65 + random.nextInt(8), data(random, 2))),
            made(
                    Setting.StoreSymbol.class,
                    random -> new Setting.StoreSymbol(48 + random.nextInt(7), data(random, random.nextInt(3000)))),
            made(Setting.StoreGraphics.class, random -> {
                int width = 1 + random.nextInt(576);
                int height = 1 + random.nextInt(1500);
                return new Setting.StoreGraphics(
                        random.nextBoolean(),
                        1 + random.nextInt(2),
                        1 + random.nextInt(2),
                        width,
                        height,
                        data(random, (width + 7) / 8 * height));
            }),
            made(
                    Setting.DefineGraphics.class,
                    random ->
                            new Setting.DefineGraphics(random.nextBoolean(), data(random, 4 + random.nextInt(70000)))),
            made(Setting.Kept.class, random -> new Setting.Kept("GS a", bytes(0x1D, 'a', random.nextInt(256)))));

    static Stream<Class<?>> values() {
        return Stream.of(Setting.class.getPermittedSubclasses(), Mark.class.getPermittedSubclasses())
                .flatMap(Stream::of)
                .filter(type -> type != Mark.Drawing.class && !STAR.contains(type));
    }

    @Test
    void starsRasterModeComesBackWhole() {
        Bytes dots = bytes(0xF0, 0x0F);
        List<Command> job = List.of(
                new Setting.RasterMode('A'),
                new Setting.RasterCut('E', 12),
                new Mark.Row(dots, 1),
                new Mark.Row(dots, 0),
                new Mark.Row(Bytes.EMPTY, 300),
                new Mark.RasterEnd(0),
                new Mark.RasterEnd(4),
                new Setting.RasterMode('B'),
                new Mark.LineFeed());
        assertEquals(job, decoded(CommandEncoder.bytes(job.toArray(Command[]::new))));
        var tall = new Mark.Row(dots, 2);
        var refused = assertThrows(IllegalArgumentException.class, () -> CommandEncoder.bytes(tall));
        assertEquals("A row of dots goes on by one row, not 2.", refused.getMessage());
    }

    @ParameterizedTest
    @MethodSource("values")
    void whatIsDecodedAfterEncodingIsWhatWasEncoded(Class<?> type) throws ReflectiveOperationException {
        var random = new Random(type.getName().hashCode());
        for (int i = 0; i < ROUNDS; i++) {
            Command value = value(type, random);
            assertEquals(List.of(value), decoded(CommandEncoder.bytes(value)));
        }
    }

    @Test
    void aJobOfManyValuesComesBackWhole() throws ReflectiveOperationException {
        List<Class<?>> types = values().toList();
        for (int seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            List<Command> job = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                job.add(value(types.get(random.nextInt(types.size())), random));
                job.add(new Mark.LineFeed());
                job.add(new Text(Bytes.copy(("line " + i).getBytes())));
            }
            assertEquals(job, decoded(CommandEncoder.bytes(job.toArray(Command[]::new))), "seed " + seed);
        }
    }

    @Test
    void theDisplayIsSelectedAndThePrinterAgain() {
        Command[] both = {new Setting.Peripheral(2), new Setting.Peripheral(1), new Setting.Initialize()};
        assertEquals(List.of(both), decoded(CommandEncoder.bytes(both)));
    }

    @Test
    void everyCutThatHasAnEncodingComesBack() {
        for (Cut.Form form : Cut.Form.values()) {
            for (boolean full : new boolean[] {true, false}) {
                var cut = new Cut(form, full, form == Cut.Form.HERE ? 0 : 7);
                assertEquals(List.of(cut), decoded(CommandEncoder.bytes(cut)));
            }
        }
        var obsolete = new Cut(Cut.Form.HERE, false, 0, true);
        assertEquals(List.of(obsolete), decoded(CommandEncoder.bytes(obsolete)));
    }

    @Test
    void ofSeveralSpellingsTheCommonOneIsUsed() {
        assertArrayEquals(
                new byte[] {0x1B, '@', 0x1B, 'a', 1, 0x1D, 'V', 66, 3},
                CommandEncoder.bytes(
                        new Setting.Initialize(), new Setting.Justify(1), new Cut(Cut.Form.FEED, false, 3)));
    }

    @Test
    void whatNoPrinterTakesIsRefusedInASentence() {
        var tooFar = assertThrows(IllegalArgumentException.class, () -> CommandEncoder.bytes(new Mark.Feed(256)));
        assertEquals("A feed of 256 is outside 0 to 255.", tooFar.getMessage());
        var raster = new Mark.Raster(1, 1, 2, 3, Bytes.EMPTY);
        var tooShort = assertThrows(IllegalArgumentException.class, () -> CommandEncoder.bytes(raster));
        assertEquals("GS v 0 of 6 bytes has 0 bytes of data.", tooShort.getMessage());
    }

    private static Command value(Class<?> type, Random random) throws ReflectiveOperationException {
        Function<Random, Command> made = MADE.get(type);
        if (made != null) {
            return made.apply(random);
        }
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < values.length; i++) {
            types[i] = components[i].getType();
            values[i] = types[i] == boolean.class ? (Object) random.nextBoolean() : (Object) random.nextInt(256);
        }
        return (Command) type.getConstructor(types).newInstance(values);
    }

    private static List<Command> decoded(byte[] bytes) {
        List<Command> commands = new ArrayList<>();
        var reader = new CommandReader(1 << 20, (command, offset) -> commands.add(command));
        var decoder = new CommandDecoder(Grammar.ESC_POS, reader);
        decoder.feed(bytes, 0, bytes.length);
        reader.flush();
        assertEquals(0, decoder.held());
        return commands;
    }

    private static Map.Entry<Class<?>, Function<Random, Command>> made(Class<?> type, Function<Random, Command> maker) {
        return Map.entry(type, maker);
    }

    private static Bytes data(Random random, int length) {
        byte[] data = new byte[length];
        random.nextBytes(data);
        return Bytes.copy(data);
    }

    private static Bytes bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return Bytes.copy(bytes);
    }
}
