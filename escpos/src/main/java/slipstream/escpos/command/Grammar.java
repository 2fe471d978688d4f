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

/// The commands of one dialect, found by their first bytes.
///
/// Read from a table of rows, so that another dialect is another file: `escpos.grammar` alone, or with the rows
/// of the dialect's own tables laid over it. Immutable; one instance serves every decoder.
public final class Grammar {
    /// The longest head of any command, in bytes: what a decoder holds at most.
    public static final int LONGEST_HEAD = 16;

    private static final String BASE = "escpos";

    /// Each dialect and the tables laid over the base, in order.
    private static final Map<String, List<String>> TABLES = tables();

    private static final Map<String, Grammar> READ = new ConcurrentHashMap<>();

    /// The dialect that receipt printers share.
    public static final Grammar ESC_POS = named(BASE);

    /// Star line mode.
    public static final Grammar STAR = named("star");

    private final String name;
    private final Node root = new Node(null);

    private Grammar(String name) {
        this.name = name;
    }

    private static Map<String, List<String>> tables() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        tables.put(BASE, List.of());
        tables.put("clone", List.of("clone"));
        tables.put("clone-driver", List.of("clone", "clone-driver"));
        tables.put("gprinter", List.of("clone", "gprinter"));
        tables.put("micro-panel", List.of("micro-panel"));
        tables.put("citizen", List.of("citizen"));
        tables.put("datecs", List.of("datecs"));
        tables.put("bematech", List.of("bematech"));
        tables.put("ncr", List.of("ncr"));
        tables.put("custom", List.of("custom"));
        tables.put("sii", List.of("sii"));
        tables.put("star", List.of("star"));
        return Collections.unmodifiableMap(tables);
    }

    /// The names of the dialects: `escpos`, `clone`, `star`, …
    public static List<String> names() {
        return List.copyOf(TABLES.keySet());
    }

    /// The dialect of that name.
    ///
    /// @throws IllegalArgumentException when there is none; the message is a sentence that lists the names
    public static Grammar named(String name) {
        List<String> overlays = TABLES.get(name);
        if (overlays == null) {
            throw new IllegalArgumentException(
                    "There is no dialect \"" + name + "\"; known are " + String.join(", ", names()) + ".");
        }
        return READ.computeIfAbsent(name, ignored -> read(name, overlays));
    }

    /// The dialect's name.
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
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

    private static Grammar read(String name, List<String> overlays) {
        var grammar = new Grammar(name);
        grammar.add(BASE);
        overlays.forEach(grammar::add);
        return grammar;
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
        String leadsTo = cells.length > 5 ? cells[5] : null;
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

    private static List<Integer> bytes(String pattern) {
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
