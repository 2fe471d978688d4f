package slipstream.escpos.command;

import java.util.List;

/// How long a command is, once its prefix is known. Lengths are in bytes and count the prefix.
public sealed interface Shape {

    /// The bytes to collect before the rest of the command can be counted: at most
    /// [Grammar#LONGEST_HEAD].
    int head();

    /// Exactly `length` bytes: `ESC a n`, `GS V m n`.
    record Fixed(int length) implements Shape {
        @Override
        public int head() {
            return length;
        }
    }

    /// `constant` bytes and the product of `factors` more: `GS ( k pL pH …`, `GS v 0 m xL xH yL yH …`.
    record Counted(int head, int constant, List<Factor> factors) implements Shape {
        /// The whole length that `bytes`, holding a head from `from` on, declare.
        public long length(byte[] bytes, int from) {
            long product = 1;
            for (int i = 0; i < factors.size(); i++) {
                product *= factors.get(i).of(bytes, from);
            }
            return constant + product;
        }

        /// Whether a number is larger than any printer takes, so that it was not meant as one.
        public boolean impossible(byte[] bytes, int from) {
            for (int i = 0; i < factors.size(); i++) {
                if (factors.get(i).of(bytes, from) > factors.get(i).most()) {
                    return true;
                }
            }
            return false;
        }
    }

    /// Bytes that rise, up to 00: `ESC D n1 … nk 00`. A byte that does not rise ends the list and is not part
    /// of it, nor is one past `limit` (TM command reference, "ESC D").
    record Ascending(int head, int limit) implements Shape {}

    /// `fields` runs of data, each closed by `end`: `GS k m … 00`, `GS C ; …`. Another control byte ends the
    /// command and is not part of it.
    record Terminated(int head, byte end, int fields) implements Shape {}

    /// Items, each with a head of its own that counts its body: `ESC &`, `FS q`.
    record Items(int head, int itemHead, Layout layout) implements Shape {}

    /// How the items of a [Items] command are counted.
    enum Layout {
        /// `ESC & y c1 c2 [x d(y·x)]…`; which y there are the rows of the table tell
        CHARACTERS {
            @Override
            public int items(byte[] head) {
                int y = head[2] & 0xFF;
                int first = head[3] & 0xFF;
                int last = head[4] & 0xFF;
                return y >= 1 && y <= 3 && first >= 0x20 && last <= 0x7E ? Math.max(0, last - first + 1) : 0;
            }

            @Override
            public boolean stops(byte[] item, int held) {
                return (item[0] & 0xFF) > WIDEST_CHARACTER;
            }

            @Override
            public long body(byte[] head, byte[] item) {
                return (head[2] & 0xFF) * (long) (item[0] & 0xFF);
            }
        },
        /// `FS q n [xL xH yL yH d(x·y·8)]…`
        IMAGES {
            @Override
            public int items(byte[] head) {
                return head[2] & 0xFF;
            }

            @Override
            public boolean stops(byte[] item, int held) {
                return held == 2 && outside(u16(item, 0), 1023) || held == 4 && outside(u16(item, 2), 288);
            }

            @Override
            public long body(byte[] head, byte[] item) {
                return 8L * u16(item, 0) * u16(item, 2);
            }
        },
        /// `US Q m n [pH pL lH lL e v d(l)]…`, lengths with the high byte first
        RECORDS {
            @Override
            public int items(byte[] head) {
                return head[2] & 0xFF;
            }

            @Override
            public boolean stops(byte[] item, int held) {
                return false;
            }

            @Override
            public long body(byte[] head, byte[] item) {
                return (item[2] & 0xFF) << 8 | item[3] & 0xFF;
            }
        },
        /// Star's `ESC GS y D 2 a [m nL nH d(n)]…`
        SEGMENTS {
            @Override
            public int items(byte[] head) {
                return head[5] & 0xFF;
            }

            @Override
            public boolean stops(byte[] item, int held) {
                return false;
            }

            @Override
            public long body(byte[] head, byte[] item) {
                return u16(item, 1);
            }
        };

        /// How many items follow the command's head; 0 when the head is not valid.
        public abstract int items(byte[] head);

        /// Whether the item's byte taken last is out of range: the printer stops there, and what follows is no
        /// part of the command.
        ///
        /// @param held how many bytes of the item's head `item` holds
        public abstract boolean stops(byte[] item, int held);

        /// The body's length that one item's head declares.
        public abstract long body(byte[] head, byte[] item);

        /// Dots; fonts of 24 dots are the widest that printers have.
        private static final int WIDEST_CHARACTER = 24;

        private static boolean outside(int value, int most) {
            return value == 0 || value > most;
        }
    }

    /// One number that a head declares.
    sealed interface Factor {
        /// The number's value in `bytes`, holding a head from `from` on.
        long of(byte[] bytes, int from);

        /// The first byte of the head past this number.
        int end();

        /// The largest value that a printer can mean.
        default long most() {
            return Long.MAX_VALUE;
        }

        /// A constant.
        record Times(int n) implements Factor {
            @Override
            public long of(byte[] bytes, int from) {
                return n;
            }

            @Override
            public int end() {
                return 0;
            }
        }

        /// `width` bytes at `at`, low byte first; more than `most` is no number.
        record Number(int at, int width, long most) implements Factor {
            @Override
            public long of(byte[] bytes, int from) {
                long value = 0;
                for (int i = width - 1; i >= 0; i--) {
                    value = value << 8 | bytes[from + at + i] & 0xFF;
                }
                return value;
            }

            @Override
            public int end() {
                return at + width;
            }
        }
    }

    private static int u16(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }
}
