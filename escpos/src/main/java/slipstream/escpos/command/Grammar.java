package slipstream.escpos.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// The commands of one dialect, found by their first bytes.
///
/// Read from a table of rows, so that another dialect is another file: `escpos.grammar` alone, or with the rows
/// of the dialect's own tables laid over it. Each dialect has a second grammar for what a stream holds while `ESC =`
/// has the customer display listen and not the printer: `escpos display`, `clone display`, … Immutable; one instance
/// serves every decoder.
public final class Grammar {
    /// The longest head of any command, in bytes: what a decoder holds at most.
    public static final int LONGEST_HEAD = 16;

    private static final String BASE = "escpos";
    private static final String DISPLAY = "display";
    private static final String OF_DISPLAY = " " + DISPLAY;
    private static final String PRINTER = "printer";

    /// Each dialect and its tables, each laid over those before it.
    private static final Map<String, List<String>> TABLES = tables();

    /// What a dialect's stream turns to by itself, and no printer begins with.
    private static final Map<String, List<String>> MODES = modes();

    private static final Map<String, Grammar> READ = new ConcurrentHashMap<>();

    /// The dialect that receipt printers share.
    public static final Grammar ESC_POS = named(BASE);

    /// Star line mode.
    public static final Grammar STAR = named("star");

    private final String name;
    private final Node root = new Node(null);
    private final boolean text;

    private Grammar(String name, List<String> tables) {
        this.name = name;
        tables.forEach(this::add);
        text = root.next((byte) 'A') == null;
    }

    private static Map<String, List<String>> tables() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        tables.put(BASE, List.of(BASE));
        tables.put("clone", List.of(BASE, "clone"));
        tables.put("clone-driver", List.of(BASE, "clone", "clone-driver"));
        tables.put("gprinter", List.of(BASE, "clone", "gprinter"));
        for (String own : List.of("micro-panel", "citizen", "datecs", "bematech", "ncr", "custom", "sii", "star")) {
            tables.put(own, List.of(BASE, own));
        }
        return Collections.unmodifiableMap(tables);
    }

    private static Map<String, List<String>> modes() {
        Map<String, List<String>> modes = new LinkedHashMap<>();
        TABLES.keySet().forEach(name -> modes.put(name + OF_DISPLAY, List.of(DISPLAY)));
        modes.put("star raster", List.of(BASE, "star", "star-raster"));
        return Collections.unmodifiableMap(modes);
    }

    /// The names of the dialects that printers begin with: `escpos`, `clone`, `star`, …
    public static List<String> names() {
        return List.copyOf(TABLES.keySet());
    }

    /// The names of the grammars that a stream turns to by itself: `escpos display`, `star raster`, …
    public static List<String> modeNames() {
        return List.copyOf(MODES.keySet());
    }

    /// The dialect, or the mode of a dialect, of that name.
    ///
    /// @throws IllegalArgumentException when there is none; the message is a sentence that lists the dialects' names
    public static Grammar named(String name) {
        List<String> tables = TABLES.getOrDefault(name, MODES.get(name));
        if (tables == null) {
            throw new IllegalArgumentException(
                    "There is no dialect \"" + name + "\"; known are " + String.join(", ", names()) + ".");
        }
        return READ.computeIfAbsent(name, ignored -> new Grammar(name, tables));
    }

    /// The dialect's name.
    public String name() {
        return name;
    }

    /// The dialect that the printer speaks: this, or the one of which this is a mode.
    public Grammar dialect() {
        return MODES.containsKey(name) ? named(dialectName()) : this;
    }

    /// A mode's name begins with its dialect's.
    private String dialectName() {
        return name.split(" ")[0];
    }

    @Override
    public String toString() {
        return name;
    }

    /// Whether bytes from 20 up are text; otherwise rows begin with them, as within Star's raster mode.
    public boolean text() {
        return text;
    }

    /// The node from which every command's first byte leads on.
    public Node root() {
        return root;
    }

    /// A place on the way through a prefix.
    public static final class Node {
        private Node[] next;
        private CommandRow row;

        /// A walk that fails on a longer prefix ends with what the shorter one stands for.
        private Node(CommandRow row) {
            this.row = row;
        }

        /// Where `b` leads, or null when no longer prefix goes on with it.
        public Node next(byte b) {
            return next == null ? null : next[b & 0xFF];
        }

        /// Whether no longer prefix exists.
        public boolean leaf() {
            return next == null;
        }

        /// The command that the bytes so far stand for, or null when they are only the start of one.
        public CommandRow row() {
            return row;
        }

        private Node grow(int b) {
            if (next == null) {
                next = new Node[256];
            }
            if (next[b] == null) {
                next[b] = new Node(row);
            }
            return next[b];
        }
    }

    private void add(String table) {
        String resource = table + ".grammar";
        try (var in = new BufferedReader(
                new InputStreamReader(Grammar.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            in.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /// Adds a row, which replaces all that lay at its prefix and beyond; a dialect does not lead to itself.
    private void add(String[] cells) {
        String[] prefix = cells[0].split(" ");
        var kind = CommandKind.valueOf(cells[3]);
        String leadsTo = cells.length > 5 ? led(cells[5]) : null;
        if (kind == CommandKind.DIALECT && name.equals(leadsTo)) {
            return;
        }
        var row = new CommandRow(cells[1], shape(cells[2], prefix.length), kind, cells[4], leadsTo);
        List<Node> here = List.of(root);
        for (String pattern : prefix) {
            List<Node> further = new ArrayList<>();
            for (Node node : here) {
                for (int b : bytes(pattern)) {
                    further.add(node.grow(b));
                }
            }
            here = further;
        }
        for (Node node : here) {
            node.row = row;
            node.next = null;
        }
    }

    /// The table's word for where a row leads: to the display of this dialect, from it back, or to a name.
    private String led(String word) {
        return switch (word) {
            case DISPLAY -> name + OF_DISPLAY;
            case PRINTER -> dialectName();
            default -> word;
        };
    }

    private static List<Integer> bytes(String pattern) {
        if (pattern.equals("even")) {
            return IntStream.range(0, 128).map(i -> 2 * i).boxed().toList();
        }
        List<Integer> all = new ArrayList<>();
        for (String part : (pattern.equals("*") ? "00..FF" : pattern).split("/")) {
            int dots = part.indexOf("..");
            int first = Integer.parseInt(dots < 0 ? part : part.substring(0, dots), 16);
            int last = dots < 0 ? first : Integer.parseInt(part.substring(dots + 2), 16);
            for (int b = first; b <= last; b++) {
                all.add(b);
            }
        }
        return all;
    }

    private static Shape shape(String cell, int prefixLength) {
        String[] words = cell.split(" ");
        return switch (words[0]) {
            case "ascending" -> new Shape.Ascending(prefixLength, 32);
            case "until" -> new Shape.Terminated(Integer.parseInt(words[1]), hex(words[2]), 1);
            case "fields" ->
                new Shape.Terminated(Integer.parseInt(words[1]), hex(words[2]), Integer.parseInt(words[3]));
            case "characters" -> new Shape.Items(5, 1, Shape.Layout.CHARACTERS);
            case "images" -> new Shape.Items(3, 4, Shape.Layout.IMAGES);
            case "segments" -> new Shape.Items(6, 3, Shape.Layout.SEGMENTS);
            case "records" -> new Shape.Items(4, 6, Shape.Layout.RECORDS);
            default -> {
                int plus = cell.indexOf('+');
                yield plus < 0
                        ? new Shape.Fixed(Integer.parseInt(cell))
                        : counted(Integer.parseInt(cell.substring(0, plus)), cell.substring(plus + 1));
            }
        };
    }

    private static Shape counted(int constant, String product) {
        List<Shape.Factor> factors = new ArrayList<>();
        for (String factor : product.split("\\*")) {
            factors.add(factor(factor));
        }
        int head = factors.stream().mapToInt(Shape.Factor::end).max().orElse(0);
        return new Shape.Counted(head, constant, List.copyOf(factors));
    }

    private static Shape.Factor factor(String cell) {
        int open = cell.indexOf('(');
        if (open < 0) {
            return new Shape.Factor.Times(Integer.parseInt(cell));
        }
        int close = cell.indexOf(')');
        int at = Integer.parseInt(cell.substring(open + 1, close));
        int width = Integer.parseInt(cell.substring(1, open)) / 8;
        long most = close + 1 < cell.length() ? Long.parseLong(cell.substring(close + 3)) : Long.MAX_VALUE;
        return new Shape.Factor.Number(at, width, most);
    }

    private static byte hex(String word) {
        return (byte) Integer.parseInt(word, 16);
    }
}
