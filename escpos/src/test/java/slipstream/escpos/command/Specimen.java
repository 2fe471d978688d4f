package slipstream.escpos.command;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/// Commands made at random from a row of the reference table, with parameters that the manual allows.
final class Specimen {
    /// Parameters that are not free: row, and the parameter's name.
    private static final Map<String, int[]> ALLOWED = Map.of(
            "055 m", new int[] {0, 1, 32, 33},
            "349 m", new int[] {0, 1, 2, 3, 48, 51},
            "388 m", new int[] {0, 1, 2, 3, 49, 50},
            "418 s", new int[] {0, 1, 48, 49});

    private static final Map<String, Function<Random, byte[]>> PROCEDURES = Map.of(
            "proc:ESC_AMP", random -> characters(random, 2 + random.nextInt(2)),
            "proc:ESC_D", random -> bytes(0x1B, 'D', 1 + random.nextInt(8), 10, 60 + random.nextInt(190), 0),
            "proc:FS_2", random -> join(bytes(0x1C, '2', 0x77, 0x21), data(random, 72)),
            "proc:FS_q", Specimen::images,
            "proc:GS_C_SEMI", random -> ("\u001DC;1;" + random.nextInt(999) + ";;12;5;").getBytes(),
            "proc:GSK_A", random -> join(bytes(0x1D, 'k', random.nextInt(7)), digits(random, 12), bytes(0)),
            "proc:GSK_2DNUL",
                    random -> join(bytes(0x1D, 'k', 32 + random.nextInt(3), 6, 1), digits(random, 9), bytes(0)),
            "proc:GSK_9", random -> join(bytes(0x1D, 'k', 9, random.nextInt(256)), digits(random, 9), bytes(0)),
            "proc:US_Q", Specimen::records,
            "proc:NUL_END", random -> join(bytes(0x1B), digits(random, 9), bytes(0)));

    private final String id;
    private final Random random;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Specimen(String id, Random random) {
        this.id = id;
        this.random = random;
    }

    /// A command of the row.
    static byte[] of(String id, String pattern, String rule, Random random) {
        if (id.equals("413")) {
            return characters(random, 1 + random.nextInt(2));
        }
        var procedure = PROCEDURES.get(rule);
        if (procedure != null && !rule.equals("proc:NUL_END")) {
            return procedure.apply(random);
        }
        return new Specimen(id, random).make(pattern, rule);
    }

    private byte[] make(String pattern, String rule) {
        List<String> either = List.of(pattern.split(" \\| "));
        for (String token : either.get(random.nextInt(either.size())).split(" ")) {
            if (token.equals("+")) {
                continue;
            }
            if (token.startsWith("[") || token.matches("d\\d?\\.\\..*|d\\(.*|\\.\\.|n\\.\\.|d1\\.\\.dn")) {
                break;
            }
            out.writeBytes(token(token));
        }
        if (!LengthRule.known(rule)) {
            return switch (rule) {
                case "proc:NUL_END" -> join(out.toByteArray(), digits(random, 9), bytes(0));
                case "proc:RS_END" -> join(out.toByteArray(), digits(random, 9), bytes(0x1E));
                default -> out.toByteArray();
            };
        }
        if (id.equals("342")) {
            out.writeBytes(bytes(26 + random.nextInt(200), 0, 0, 0));
        }
        byte[] head = out.toByteArray();
        byte[] roomy = Arrays.copyOf(head, Math.max(head.length, 16));
        List<Integer> lengths = LengthRule.lengths(rule, roomy);
        byte[] made = Arrays.copyOf(roomy, lengths.get(random.nextInt(lengths.size())));
        for (int i = head.length; i < made.length; i++) {
            made[i] = (byte) random.nextInt(256);
        }
        return made;
    }

    private byte[] token(String token) {
        if (token.matches("([0-9A-F]{2})([|/][0-9A-F]{2})+") || token.matches("[0-9A-F]{2}")) {
            String[] hex = token.split("[|/]");
            return bytes(Integer.parseInt(hex[random.nextInt(hex.length)], 16));
        }
        if (token.matches("\\d([|/]\\d)+")) {
            String[] digit = token.split("[|/]");
            return bytes(digit[random.nextInt(digit.length)].charAt(0));
        }
        if (token.matches("\\w|[A-Z0-9]{2}\\|.*") && ALLOWED.containsKey(id + " " + token)) {
            int[] allowed = ALLOWED.get(id + " " + token);
            return bytes(allowed[random.nextInt(allowed.length)]);
        }
        if (token.matches("[0-9A-F]{2}\\.\\.[0-9A-F]{2}")) {
            int first = Integer.parseInt(token.substring(0, 2), 16);
            int last = Integer.parseInt(token.substring(4), 16);
            int one = first + random.nextInt(last - first + 1);
            return id.equals("379") ? bytes(one, barcodeLength(one)) : bytes(one);
        }
        if (token.matches("p1\\.\\.p4")) {
            return bytes(random.nextInt(256), random.nextInt(2), 0, 0);
        }
        if (token.matches("[a-z]1\\.\\.[a-z]4")) {
            return data(random, 4);
        }
        if (id.equals("379") && token.equals("n")) {
            return new byte[0];
        }
        return bytes(parameter(token));
    }

    private int parameter(String name) {
        return switch (name) {
            case "pL", "nL", "xL", "yL", "dL" -> 12 + random.nextInt(40);
            case "pH", "nH", "xH", "yH", "dH", "p2", "p3", "p4" -> 0;
            case "x", "y", "r" -> 1 + random.nextInt(8);
            case "cc" -> "acdjm".charAt(random.nextInt(5));
            case "xx" -> 0x7F;
            case "undefined" -> 0x99;
            default -> random.nextInt(256);
        };
    }

    private int barcodeLength(int system) {
        return switch (system) {
            case 65 -> 11 + random.nextInt(2);
            case 66 -> random.nextBoolean() ? 6 + random.nextInt(3) : 11 + random.nextInt(2);
            case 67 -> 12 + random.nextInt(2);
            case 68 -> 7 + random.nextInt(2);
            case 75, 76, 77 -> 13;
            default -> 2 + random.nextInt(254);
        };
    }

    private static byte[] characters(Random random, int y) {
        int first = 0x20 + random.nextInt(90);
        byte[] made = bytes(0x1B, '&', y, first, first + 2);
        for (int i = 0; i < 3; i++) {
            int x = random.nextInt(13);
            made = join(made, bytes(x), data(random, x * y));
        }
        return made;
    }

    private static byte[] images(Random random) {
        byte[] made = bytes(0x1C, 'q', 2);
        for (int i = 0; i < 2; i++) {
            int x = 1 + random.nextInt(9);
            int y = 1 + random.nextInt(9);
            made = join(made, bytes(x, 0, y, 0), data(random, x * y * 8));
        }
        return made;
    }

    private static byte[] records(Random random) {
        byte[] made = bytes(0x1F, 'Q', 2, 1);
        for (int i = 0; i < 2; i++) {
            int length = random.nextInt(300);
            made = join(made, bytes(0, 9, length >> 8, length, 1, 4), data(random, length));
        }
        return made;
    }

    private static byte[] digits(Random random, int count) {
        return random.ints(count, '0', '9' + 1)
                .collect(StringBuilder::new, (all, digit) -> all.append((char) digit), StringBuilder::append)
                .toString()
                .getBytes();
    }

    private static byte[] data(Random random, int count) {
        byte[] data = new byte[count];
        random.nextBytes(data);
        return data;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
