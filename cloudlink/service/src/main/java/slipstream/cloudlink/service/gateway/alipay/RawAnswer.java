package slipstream.cloudlink.service.gateway.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The members of an answer's outermost object, each as the bytes that came: a signature is over exactly
/// these, so nothing may read and write them in between.
///
/// @param members names without quotes, values as they stand, with quotes and braces
record RawAnswer(Map<String, byte[]> members) {

    /// Takes an answer apart; empty when it is not an object, or breaks off.
    static Optional<RawAnswer> of(byte[] json) {
        try {
            return Optional.of(new RawAnswer(new Scan(json).members()));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<byte[]> raw(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /// The text of a member that is a text without escapes, such as base64.
    Optional<String> text(String name) {
        return raw(name)
                .filter(RawAnswer::isText)
                .map(bytes -> new String(bytes, 1, bytes.length - 2, UTF_8).replace("\\/", "/"));
    }

    static boolean isText(byte[] raw) {
        return raw.length >= 2 && raw[0] == '"';
    }

    /// Every structural character is ASCII, and no byte of another UTF-8 character looks like one.
    private static final class Scan {
        private final byte[] json;
        private int at;

        Scan(byte[] json) {
            this.json = json;
        }

        Map<String, byte[]> members() {
            var members = new LinkedHashMap<String, byte[]>();
            blanks();
            expect('{');
            blanks();
            while (json[at] != '}') {
                int name = at;
                string();
                var key = new String(json, name + 1, at - name - 2, UTF_8);
                blanks();
                expect(':');
                blanks();
                int value = at;
                value();
                if (members.put(key, Arrays.copyOfRange(json, value, at)) != null) {
                    throw new IllegalArgumentException("a member twice");
                }
                blanks();
                if (json[at] == ',') {
                    at++;
                    blanks();
                } else if (json[at] != '}') {
                    throw new IllegalArgumentException("no end of a member");
                }
            }
            return members;
        }

        private void value() {
            switch (json[at]) {
                case '"' -> string();
                case '{', '[' -> nested();
                default -> {
                    while (json[at] != ',' && json[at] != '}' && json[at] > ' ') {
                        at++;
                    }
                }
            }
        }

        private void nested() {
            int depth = 0;
            do {
                switch (json[at]) {
                    case '"' -> {
                        string();
                        continue;
                    }
                    case '{', '[' -> depth++;
                    case '}', ']' -> depth--;
                    default -> {
                        // Part of a number, a blank, a comma: does not matter here.
                    }
                }
                at++;
            } while (depth > 0);
        }

        private void string() {
            expect('"');
            while (json[at] != '"') {
                at += json[at] == '\\' ? 2 : 1;
            }
            at++;
        }

        private void blanks() {
            while (json[at] == ' ' || json[at] == '\t' || json[at] == '\n' || json[at] == '\r') {
                at++;
            }
        }

        private void expect(char wanted) {
            if (json[at] != wanted) {
                throw new IllegalArgumentException("something else than " + wanted);
            }
            at++;
        }
    }
}
