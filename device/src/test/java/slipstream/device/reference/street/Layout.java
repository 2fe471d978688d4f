package slipstream.device.reference.street;

import java.util.Locale;
import java.util.Random;
import slipstream.cloudlink.protocol.PaymentReference;

/// How label and value of a number stand on the paper.
enum Layout {
    COLON(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.line(label + ": " + value);
        }
    },
    FULL_WIDTH_COLON(Use.WIDE) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.line(label + "：" + value);
        }
    },
    TIGHT_COLON(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.line(label + ":" + value);
        }
    },
    ODD_COLON(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            boolean wide = paper.encoding().wide() && random.nextBoolean();
            paper.line(label + (wide ? " ：" : random.nextBoolean() ? " : " : ":  ") + value);
        }
    },
    NO_COLON(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.line(label + " ".repeat(1 + random.nextInt(3)) + value);
        }
    },
    TOUCHING(Use.WIDE) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            boolean ideograph = label.codePointAt(label.length() - 1) >= 0x2E80;
            paper.line(label + (ideograph ? "" : " ") + value);
        }
    },
    NEXT_LINE(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.line(label + colon(paper, random)).line(value);
        }
    },
    NEXT_LINE_INDENTED(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.line(label + colon(paper, random)).line(" ".repeat(1 + random.nextInt(3)) + value);
        }
    },
    NEXT_LINE_CENTRED(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.line(label + colon(paper, random)).align(1).line(value).align(0);
        }
    },
    NEXT_LINE_AFTER_BLANK(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.line(label + colon(paper, random)).raw(0x1B, 'd', 1).line(value);
        }
    },
    GROUPED_BY_BLANKS(Use.GROUPS) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            fitted(paper, label + ": ", grouped(value, " "));
        }
    },
    GROUPED_BY_DASHES(Use.GROUPS) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            fitted(paper, label + ": ", grouped(value, "-"));
        }
    },
    FULL_WIDTH_DIGITS(Use.WIDE_GROUPS) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            var wide = new StringBuilder();
            value.chars().forEach(c -> wide.append((char) (c - '0' + '０')));
            fitted(paper, label + "：", wide.toString());
        }
    },
    BOLD_VALUE(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.text(label + ":")
                    .raw(0x1B, 'E', 1)
                    .text(value)
                    .raw(0x1B, 'E', 0)
                    .feed();
        }
    },
    BOLD_LABEL(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.raw(0x1B, 'E', 1)
                    .text(label)
                    .raw(0x1B, 'E', 0)
                    .text(": " + value)
                    .feed();
        }
    },
    LARGE_VALUE(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            boolean mode = random.nextBoolean();
            paper.text(label + " ")
                    .large(true, mode)
                    .text(value)
                    .large(false, mode)
                    .feed();
        }
    },
    UNDERLINED_VALUE(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.text(label + ": ")
                    .raw(0x1B, '-', 1)
                    .text(value)
                    .raw(0x1B, '-', 0)
                    .feed();
        }
    },
    STYLE_AMID_VALUE(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            int at = value.length() - 4;
            paper.text(label + ": " + value.substring(0, at))
                    .raw(0x1B, 'E', 1)
                    .text(value.substring(at))
                    .raw(0x1B, 'E', 0)
                    .feed();
        }
    },
    TAB(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.text(label + colon(paper, random)).gap(0x09).text(value).feed();
        }
    },
    MOVED_TO(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            int dots = paper.width(label) * 12 + 24;
            paper.text(label).gap(0x1B, '$', dots & 0xFF, dots >> 8).text(value).feed();
        }
    },
    MOVED_BY(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.text(label).gap(0x1B, '\\', 24, 0).text(value).feed();
        }
    },
    AT_BOTH_EDGES(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.edges(label, value);
        }
    },
    RIGHT_ALIGNED(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.align(2).line(label + ": " + value).align(0);
        }
    },
    CENTRED(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.align(1).line(label + ": " + value).align(0);
        }
    },
    SECOND_COLUMN(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            String left = "No.:" + (100 + random.nextInt(900));
            paper.edges(left, label + ":" + value);
        }
    },
    FIRST_COLUMN(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.edges(label + ":" + value, "#" + (1 + random.nextInt(99)));
        }
    },
    WRAPPED_BY_POS(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            wrapped(paper, label + ":", value, 0);
        }
    },
    WRAPPED_BELOW_VALUE(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            String head = label + ": ";
            int indent = paper.width(head);
            wrapped(paper, head, value, indent < paper.columns() / 2 ? indent : 2);
        }
    },
    WRAPPED_IN_THE_MIDDLE(Use.PLATFORM) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            int half = value.length() / 2;
            paper.line(label + colon(paper, random))
                    .line(value.substring(0, half))
                    .line(value.substring(half));
        }
    },
    WRAPPED_BY_PRINTER(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            String before = "No." + (1000 + random.nextInt(9000)) + "  ";
            paper.line(before + label + ":" + value);
        }
    },
    INDENTED_LABEL(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.line("  " + label + ": " + value);
        }
    },
    SPREAD_LABEL(Use.WIDE) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            boolean ideographs = label.codePoints().allMatch(point -> point >= 0x2E80);
            String by = random.nextBoolean() ? " " : "　";
            paper.line((ideographs ? String.join(by, label.split("")) : label) + "：" + value);
        }
    },
    BRACKETED_LABEL(Use.ANY) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.line(paper.encoding().wide() ? "【" + label + "】" + value : "[" + label + "] " + value);
        }
    },
    LABEL_OVER_TWO_LINES(Use.WIDE_GROUPS) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            int at = Math.max(1, label.length() - 2);
            boolean ideographs = label.codePoints().allMatch(point -> point >= 0x2E80);
            if (ideographs) {
                paper.line(label.substring(0, at));
            }
            paper.line((ideographs ? label.substring(at) : label) + "：" + value);
        }
    },
    GROUPS_OVER_TWO_LINES(Use.PLATFORM) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            String indent = " ".repeat(random.nextInt(4));
            paper.line(label + colon(paper, random))
                    .line(indent + grouped(value.substring(0, 16), " "))
                    .line(indent + grouped(value.substring(16), " "));
        }
    },
    ALIGNED_AGAIN_WITHIN_VALUE(Use.PLATFORM) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.align(0).line(label + ":" + value.substring(0, 16)).align(0).line(value.substring(16));
        }
    },
    CODE128_A(Use.PLAIN) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.line(label + ":").code128('A', value);
        }
    },
    CODE128_B(Use.SYMBOL) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.line(label + ":").align(1).code128('B', value).align(0);
        }
    },
    CODE128_C(Use.DIGITS) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.line(label).raw(0x1D, 'H', 2).code128('C', value);
        }
    },
    CODE39(Use.DIGITS) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.line(label + ":").barcode(69, value);
        }
    },
    ITF(Use.DIGITS) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.line(label + ":").oldBarcode(5, value);
        }
    },
    QR(Use.SYMBOL) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            paper.line(label + ":").align(1).qr(value).align(0);
        }
    },
    QR_URL(Use.PLATFORM) {
        @Override
        void write(Paper paper, String label, String value, Random random) {
            String url = "https://pay.example.com/r?";
            paper.align(1)
                    .qr(
                            random.nextBoolean()
                                    ? url + "transaction_id=" + value + "&s=1"
                                    : url + "m=1230000109&no=" + value)
                    .align(0);
        }
    };

    /// Which values it is for.
    enum Use {
        /// Any.
        ANY,
        /// In encodings with characters two columns wide.
        WIDE,
        /// Digits only.
        DIGITS,
        /// The platforms' and the banks' own numbers.
        GROUPS,
        /// The same, in encodings with characters two columns wide.
        WIDE_GROUPS,
        /// Capitals and digits.
        PLAIN,
        /// Whatever a symbol can hold.
        SYMBOL,
        /// The platforms' own numbers.
        PLATFORM
    }

    private final Use use;

    Layout(Use use) {
        this.use = use;
    }

    /// Writes the number.
    abstract void write(Paper paper, String label, String value, Random random);

    /// Whether it can write that reference on that paper.
    boolean suits(Paper paper, PaymentReference reference) {
        String value = reference.value();
        boolean merchants = reference.kind().equals("out_trade_no");
        boolean wide = paper.encoding().wide();
        return switch (use) {
            case ANY -> true;
            case SYMBOL -> value.length() <= 28;
            case WIDE -> wide;
            case DIGITS ->
                value.length() <= 28 && value.length() % 2 == 0 && value.chars().allMatch(c -> c >= '0' && c <= '9');
            case GROUPS -> !merchants;
            case WIDE_GROUPS -> !merchants && wide;
            case PLAIN -> value.length() <= 28 && value.equals(value.toUpperCase(Locale.ROOT));
            case PLATFORM -> !merchants && value.length() == 28;
        };
    }

    private static String colon(Paper paper, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> "";
            case 1 -> ":";
            default -> paper.encoding().wide() ? "：" : ":";
        };
    }

    private static String grouped(String value, String by) {
        return value.replaceAll("(\\d{4})(?=\\d)", "$1" + by);
    }

    /// On the label's line, or on the next where it does not fit.
    private static void fitted(Paper paper, String label, String value) {
        if (paper.width(label + value) <= paper.columns()) {
            paper.line(label + value);
        } else {
            paper.line(label).line(value);
        }
    }

    /// Cut where the line is full, the rest below.
    private static void wrapped(Paper paper, String label, String value, int indent) {
        int room = Math.max(0, paper.columns() - paper.width(label));
        int at = Math.min(room, value.length());
        paper.line(label + value.substring(0, at));
        while (at < value.length()) {
            int to = Math.min(value.length(), at + paper.columns() - indent);
            paper.line(" ".repeat(indent) + value.substring(at, to));
            at = to;
        }
    }
}
