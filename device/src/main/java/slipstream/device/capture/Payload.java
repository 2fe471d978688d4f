package slipstream.device.capture;

import java.util.Arrays;
import java.util.Set;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.command.CommandRow;
import slipstream.escpos.command.Shape;

/// Blanks what a command carries besides its parameters: dots become a grey pattern, what a symbol says becomes noughts
/// and `A`s. As long as it was, and framed as it was.
final class Payload {
    /// What is shorter holds settings, no secret.
    private static final int SHORT = 8;

    private static final byte GREY = (byte) 0xAA;
    private static final byte OTHER_GREY = 0x55;
    private static final Set<String> GRAPHICS = Set.of("GS ( L", "GS 8 L");
    private static final String ALPHANUMERIC = " $%*+-./:";

    private static final int GRAPHICS_DOTS = 15;
    private static final int LONG_GRAPHICS_DOTS = 17;
    private static final int FUNCTION_AT = 6;
    private static final int STORE = 80;
    private static final int CODABAR = 71;
    private static final int CODE128 = 73;

    private CommandRow row;
    private byte[] head = {};
    private long declared;
    private long at;
    private int function = -1;
    private byte[] item = {};
    private int itemHeld;
    private long itemLeft;

    /// A command begins.
    ///
    /// @param body how many bytes it carries, or [CommandSink#UNKNOWN]
    void begin(CommandRow command, byte[] bytes, int from, int to, long body) {
        row = command;
        head = Arrays.copyOfRange(bytes, from, to);
        declared = body;
        at = 0;
        function = -1;
        item = command != null && command.shape() instanceof Shape.Items items ? new byte[items.itemHead()] : item;
        itemHeld = 0;
        itemLeft = 0;
    }

    /// Whether a scanner reads what the command carries.
    boolean symbol() {
        return row.mnemonic().equals("GS k")
                || row.mnemonic().equals("GS ( k")
                || row.shape() instanceof Shape.Terminated
                || row.mnemonic().startsWith("ESC b")
                || row.mnemonic().startsWith("ESC GS y");
    }

    /// What stands for the next byte it carries.
    byte blank(byte is) {
        long index = at++;
        return switch (row.shape()) {
            case Shape.Fixed ignored -> is;
            case Shape.Ascending ignored -> is;
            case Shape.Terminated ignored -> letter(is, 0x20);
            case Shape.Items items -> item(items, is);
            case Shape.Counted ignored -> counted(index, is);
        };
    }

    private byte counted(long index, byte is) {
        String mnemonic = row.mnemonic();
        if (declared == CommandSink.UNKNOWN) {
            return 0;
        }
        if (mnemonic.equals("GS ( k")) {
            return stored(head.length + index, is);
        }
        if (mnemonic.equals("GS k")) {
            return barcode(index, is);
        }
        if (GRAPHICS.contains(mnemonic)) {
            return head.length + index < (mnemonic.equals("GS 8 L") ? LONG_GRAPHICS_DOTS : GRAPHICS_DOTS)
                    ? is
                    : grey(index);
        }
        return declared <= SHORT && !row.kind().draws() ? is : grey(index);
    }

    /// `GS ( k pL pH cn fn m d…`: function 80 stores what the symbol says.
    private byte stored(long place, byte is) {
        if (place == FUNCTION_AT) {
            function = is & 0xFF;
        }
        int fn = head.length > FUNCTION_AT ? head[FUNCTION_AT] & 0xFF : function;
        return place > FUNCTION_AT + 1 && fn == STORE ? letter(is, 0) : is;
    }

    /// Code sets begin with a brace, Codabar begins and ends with a letter of its own: without those nothing prints.
    private byte barcode(long index, byte is) {
        int system = head[2] & 0xFF;
        boolean keeps = system == CODE128 && index < 2 || system == CODABAR && (index == 0 || index == declared - 1);
        return keeps ? is : letter(is, 0);
    }

    /// A digit for a digit, a letter for a letter: a symbol keeps its size.
    private static byte letter(byte is, int controls) {
        int c = is & 0xFF;
        if (c < controls) {
            return is;
        }
        if (c >= '0' && c <= '9') {
            return '0';
        }
        return (byte) (c >= 'A' && c <= 'Z' || ALPHANUMERIC.indexOf(c) >= 0 ? 'A' : 'a');
    }

    private byte item(Shape.Items shape, byte is) {
        if (itemLeft > 0) {
            itemLeft--;
            return GREY;
        }
        item[itemHeld++] = is;
        if (itemHeld == item.length) {
            itemLeft = shape.layout().body(head, item);
            itemHeld = 0;
        }
        return is;
    }

    private byte grey(long index) {
        int width = row.mnemonic().equals("GS v 0") ? (head[4] & 0xFF) + 256 * (head[5] & 0xFF) : 1;
        return index / Math.max(1, width) % 2 == 0 ? GREY : OTHER_GREY;
    }
}
