package slipstream.escpos.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The commands of one dialect, found by their first bytes.
///
/// Read from a table of rows, so that another dialect is another file. Immutable; one instance serves every
/// decoder.
public final class Grammar {
    /// The longest head of any command, in bytes: what a decoder holds at most.
    public static final int LONGEST_HEAD = 16;

    /// The dialect that receipt printers share.
    public static final Grammar ESC_POS = read("escpos.grammar");

    /// Star line mode.
    public static final Grammar STAR = read("escpos.grammar", "star.grammar");

    private final Node root = new Node(null);

    private Grammar() {}

    /// The node from which every command's first byte leads on.
    public Node root() {
        return root;
    }

    /// A place on the way through a prefix.
    public static final class Node {
        private final Node[] next = new Node[256];
        private boolean leaf = true;
        private CommandRow row;

        /// A walk that fails on a longer prefix ends with what the shorter one stands for.
        private Node(CommandRow row) {
            this.row = row;
        }

        /// Where `b` leads, or null when no longer prefix goes on with it.
        public Node next(byte b) {
            return next[b & 0xFF];
        }

        /// Whether no longer prefix exists.
        public boolean leaf() {
            return leaf;
        }

        /// The command that the bytes so far stand for, or null when they are only the start of one.
        public CommandRow row() {
            return row;
        }
    }

    private static Grammar read(String... resources) {
        var grammar = new Grammar();
        for (String resource : resources) {
            grammar.add(resource, resources.length > 1);
        }
        return grammar;
    }

    /// Adds the rows of a table; an overlaid dialect leads to no other.
    private void add(String resource, boolean overlaid) {
        try (var in = new BufferedReader(
                new InputStreamReader(Grammar.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            List<String> rows = in.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            for (String line : rows) {
                String[] cells = line.split("\t");
                String[] prefix = cells[0].split(" ");
                var kind = CommandKind.valueOf(cells[3]);
                if (kind != CommandKind.DIALECT || !overlaid) {
                    add(prefix, new CommandRow(cells[1], shape(cells[2], prefix.length), kind, cells[4]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /// Adds a row; a later row replaces what `*` has laid before it.
    private void add(String[] prefix, CommandRow row) {
        List<Node> here = List.of(root);
        for (String pattern : prefix) {
            List<Node> further = new ArrayList<>();
            for (Node node : here) {
                for (int b : bytes(pattern)) {
                    if (node.next[b] == null) {
                        node.next[b] = new Node(node.row);
                        node.leaf = false;
                    }
                    further.add(node.next[b]);
                }
            }
            here = further;
        }
        here.forEach(node -> node.row = row);
    }

    private static List<Integer> bytes(String pattern) {
        if (pattern.equals("*")) {
            return range(0, 255);
        }
        int dots = pattern.indexOf("..");
        if (dots > 0) {
            return range(
                    Integer.parseInt(pattern.substring(0, dots), 16),
                    Integer.parseInt(pattern.substring(dots + 2), 16));
        }
        var either = new ArrayList<Integer>();
        for (String one : pattern.split("/")) {
            either.add(Integer.parseInt(one, 16));
        }
        return either;
    }

    private static List<Integer> range(int first, int last) {
        var all = new ArrayList<Integer>();
        for (int b = first; b <= last; b++) {
            all.add(b);
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
            int open = factor.indexOf('(');
            int at = open < 0 ? 0 : Integer.parseInt(factor.substring(open + 1, factor.indexOf(')')));
            factors.add(
                    switch (open < 0 ? "" : factor.substring(0, open)) {
                        case "u8" -> new Shape.Factor.Number(at, 1);
                        case "u16" -> new Shape.Factor.Number(at, 2);
                        case "u32" -> new Shape.Factor.Number(at, 4);
                        case "d" -> new Shape.Factor.Column(at);
                        default -> new Shape.Factor.Times(Integer.parseInt(factor));
                    });
        }
        int head = factors.stream().mapToInt(Shape.Factor::end).max().orElse(0);
        return new Shape.Counted(head, constant, List.copyOf(factors));
    }

    private static byte hex(String word) {
        return (byte) Integer.parseInt(word, 16);
    }
}
