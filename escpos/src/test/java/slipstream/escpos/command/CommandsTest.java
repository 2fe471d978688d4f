package slipstream.escpos.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.testing.Bytecode;
import slipstream.escpos.testing.Table;

/// What the commands of dialects mean, as values.
class CommandsTest {
    /// A command of one of these that has no value of its own is passed by as if it did nothing.
    private static final Set<CommandKind> TELLING =
            EnumSet.of(CommandKind.FEED, CommandKind.POSITION, CommandKind.PAGE, CommandKind.CUT, CommandKind.MODE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            star         | 1B 1D 74 20                | CodeTable[n=32]
            star         | 1B 1D 61 01                | Justify[n=1]
            star         | 0F                         | UpsideDown[on=true]
            star         | 12                         | UpsideDown[on=false]
            star         | 1B 4B 02 00 AA 55          | ColumnImage[mode=0, columns=2, data=AA 55]
            star         | 1B 1D 78 53 30 01 00 05    | SymbolSetting[cn=48, fn=65, parameters=05]
            star         | 1B 1D 78 53 31 04          | SymbolSetting[cn=48, fn=69, parameters=30 34]
            star         | 1B 1D 78 53 32 03          | SymbolSetting[cn=48, fn=67, parameters=03]
            star         | 1B 1D 78 53 33 02          | SymbolSetting[cn=48, fn=68, parameters=02]
            star         | 1B 1D 79 53 31 02          | SymbolSetting[cn=49, fn=69, parameters=32]
            star raster  | 62 02 00 AA 55             | Row[data=AA 55, feedRows=1]
            star raster  | 6B 02 00 AA 55             | Row[data=AA 55, feedRows=0]
            star raster  | 1B 2A 72 59 31 32 30 00    | Row[data=, feedRows=120]
            star raster  | 1B 2A 72 45 31 33 00       | RasterCut[end=69, n=13]
            star raster  | 1B 0C 04                   | RasterEnd[n=4]
            star         | 1B 2A 72 41                | RasterMode[fn=65]
            bematech     | 1B 66 01 03                | FeedLines[lines=3]
            bematech     | 1B 7D 01                   | UpsideDown[on=true]
            custom       | 1D D0 CB CB                | MotionUnits[x=203, y=203]
            micro-panel  | 12 2A 02 01 AA 55          | Raster[scaleX=1, scaleY=1, widthBytes=1, rows=2, data=AA 55]
            micro-panel  | 1B 69 01                   | Inverse[on=true]
            micro-panel  | 1B 59 01 00 AA             | ColumnImage[mode=1, columns=1, data=AA]
            clone-driver | 16 02 AA 55                | Raster[scaleX=1, scaleY=1, widthBytes=2, rows=1, data=AA 55]
            escpos       | 1C 3F 77 21                | Kept[place=FS 2 7721, bytes=1C 3F 77 21]
            escpos       | 1C 28 41 02 00 30 01       | Kept[place=FS ( A 48, bytes=1C 28 41 02 00 30 01]
            """)
    void aDialectsCommandIsTheValueThatOthersSpellOtherwise(String dialect, String stream, String value) {
        assertEquals(
                List.of(value),
                commands(dialect, stream).stream().map(Command::toString).toList());
    }

    @Test
    void aRowOfAMicroPanelMayHaveItsLowestBitFirst() {
        Mark.Raster high = (Mark.Raster)
                commands("micro-panel", "12 56 01 00 " + "80".repeat(48)).getFirst();
        Mark.Raster low = (Mark.Raster)
                commands("micro-panel", "12 76 01 00 " + "01".repeat(48)).getFirst();
        assertEquals(high, low);
        assertEquals(48, high.widthBytes());
    }

    @Test
    void aUserDefinedKanjiIsKeptUnderItsCode() {
        Setting.Kept kept = (Setting.Kept)
                commands("escpos", "1C 32 77 21 " + "5A".repeat(72)).getFirst();
        assertEquals("FS 2 7721", kept.place());
        assertEquals(76, kept.bytes().length());
    }

    @Test
    void aRuleOfGsParenthesisQIsADrawing() {
        Mark.Drawing drawing =
                (Mark.Drawing) commands("escpos", "1D 28 51 04 00 33 00 10 00").getFirst();
        assertEquals(51, drawing.body().at(0));
    }

    /// `untyped.tsv` lists the others with the reason.
    @Test
    void everyCommandThatMovesPaperCutsOrChangesTheModeHasAValueOfItsOwn() {
        Map<String, String> listed = Table.resource(CommandsTest.class, "untyped.tsv").stream()
                .collect(Collectors.toMap(cells -> cells[1], cells -> cells[0], (a, b) -> b, TreeMap::new));
        Map<String, String> untyped = new TreeMap<>();
        Stream.of(Grammar.names(), Grammar.modeNames())
                .flatMap(List::stream)
                .forEach(name -> collect(Grammar.named(name).root(), row -> untyped.putIfAbsent(row.mnemonic(), name)));
        assertEquals(listed, untyped, "commands without a value, by the first dialect that has them");
    }

    private static void collect(Grammar.Node node, Consumer<CommandRow> found) {
        if (node.row() != null && TELLING.contains(node.row().kind()) && node.leaf()) {
            Bytes head = Bytes.copy(new byte[Grammar.LONGEST_HEAD]);
            if (Commands.of(node.row(), head, head) instanceof Command.Other) {
                found.accept(node.row());
            }
        }
        for (int b = 0; b < 256 && !node.leaf(); b++) {
            Grammar.Node next = node.next((byte) b);
            if (next != null) {
                collect(next, found);
            }
        }
    }

    private static List<Command> commands(String dialect, String stream) {
        List<Command> commands = new ArrayList<>();
        var reader = new CommandReader(1 << 16, (command, offset) -> commands.add(command));
        byte[] bytes = Bytecode.of(stream);
        new CommandDecoder(Grammar.named(dialect), reader).feed(bytes, 0, bytes.length);
        reader.flush();
        return commands;
    }
}
